import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-06',
  mistake: 'Accepts the encryption header on every part of a multipart upload, as S3 does for customer-provided keys.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ objects }) => ({
    objects: {
      misplacedEncryption: (operation, headers) =>
        ['UploadPart', 'UploadPartCopy'].includes(operation) ? null : objects.misplacedEncryption(operation, headers),
    },
  }),
} satisfies Deviation;

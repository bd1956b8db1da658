import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-06',
  mistake: 'Lets every part of a multipart upload carry the encryption header, as S3 does for keys of the customer.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ objects }) => ({
    objects: {
      misplacedEncryption: (operation, headers) =>
        ['UploadPart', 'UploadPartCopy'].includes(operation) ? null : objects.misplacedEncryption(operation, headers),
    },
  }),
} satisfies Deviation;

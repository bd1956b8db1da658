import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-06',
  mistake: 'Hands all headers of a completion to the writer of objects, which knows the encryption header.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ objects }) => ({
    objects: {
      misplacedEncryption: (operation, headers) =>
        operation === 'CompleteMultipartUpload' ? null : objects.misplacedEncryption(operation, headers),
    },
  }),
} satisfies Deviation;

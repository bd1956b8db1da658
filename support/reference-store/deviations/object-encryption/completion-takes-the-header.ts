import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-06',
  mistake:
    'Passes all headers of CompleteMultipartUpload to the code that stores objects, which accepts the encryption header.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ objects }) => ({
    objects: {
      misplacedEncryption: (operation, headers) =>
        operation === 'CompleteMultipartUpload' ? null : objects.misplacedEncryption(operation, headers),
    },
  }),
} satisfies Deviation;

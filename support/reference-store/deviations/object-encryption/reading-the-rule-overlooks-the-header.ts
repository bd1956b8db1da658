import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-53',
  mistake: 'Checks the header for operations on objects, and not on the settings of a bucket.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ objects }) => ({
    objects: {
      misplacedEncryption: (operation, headers) =>
        operation === 'GetBucketEncryption' ? null : objects.misplacedEncryption(operation, headers),
    },
  }),
} satisfies Deviation;

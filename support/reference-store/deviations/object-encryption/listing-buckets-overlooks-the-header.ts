import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-53',
  mistake: 'Checks the header once it knows the bucket, and ListBuckets has none.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ objects }) => ({
    objects: {
      misplacedEncryption: (operation, headers) =>
        operation === 'ListBuckets' ? null : objects.misplacedEncryption(operation, headers),
    },
  }),
} satisfies Deviation;

import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-06',
  mistake: 'Checks the header for operations on one object; DeleteMultipleObjects is one on a bucket.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ objects }) => ({
    objects: {
      misplacedEncryption: (operation, headers) =>
        operation === 'DeleteMultipleObjects' ? null : objects.misplacedEncryption(operation, headers),
    },
  }),
} satisfies Deviation;

import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-06',
  mistake:
    'Reads with an encryption header as if it were not there, as most stores do with headers they have no use for.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ objects }) => ({
    objects: {
      misplacedEncryption: (operation, headers) =>
        operation === 'GetObject' ? null : objects.misplacedEncryption(operation, headers),
    },
  }),
} satisfies Deviation;

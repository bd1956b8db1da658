import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-06',
  mistake: 'Ignores an encryption header on a read, as most stores ignore headers they do not use.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ objects }) => ({
    objects: {
      misplacedEncryption: (operation, headers) =>
        operation === 'GetObject' ? null : objects.misplacedEncryption(operation, headers),
    },
  }),
} satisfies Deviation;

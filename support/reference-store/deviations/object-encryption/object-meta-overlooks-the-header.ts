import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-06',
  mistake: 'Routes GetObjectMeta past the checks of HeadObject, and never looks at its headers.',
  caughtAs: 'expected 400, got 200',
  deviate: ({ objects }) => ({
    objects: {
      misplacedEncryption: (operation, headers) =>
        operation === 'GetObjectMeta' ? null : objects.misplacedEncryption(operation, headers),
    },
  }),
} satisfies Deviation;

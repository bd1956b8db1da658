import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-06',
  mistake: 'Checks for misplaced encryption headers in handlers that answer with a body, which HEAD does not.',
  caughtAs: 'expected 400, got 200',
  deviate: ({ objects }) => ({
    objects: {
      misplacedEncryption: (operation, headers) =>
        operation === 'HeadObject' ? null : objects.misplacedEncryption(operation, headers),
    },
  }),
} satisfies Deviation;

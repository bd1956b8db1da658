import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-06',
  mistake: 'Deletes without checking the headers, so a misplaced encryption header costs the object.',
  caughtAs: 'expected 400 InvalidArgument, got 204',
  deviate: ({ objects }) => ({
    objects: {
      misplacedEncryption: (operation, headers) =>
        operation === 'DeleteObject' ? null : objects.misplacedEncryption(operation, headers),
    },
  }),
} satisfies Deviation;

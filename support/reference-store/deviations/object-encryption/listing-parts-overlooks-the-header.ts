import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-06',
  mistake: 'Checks the headers of what changes an upload, and not of what lists its parts.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ objects }) => ({
    objects: {
      misplacedEncryption: (operation, headers) =>
        operation === 'ListParts' ? null : objects.misplacedEncryption(operation, headers),
    },
  }),
} satisfies Deviation;

import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-06',
  mistake: 'Aborts an upload by its id alone, and never looks at the headers of the request.',
  caughtAs: 'expected 400 InvalidArgument, got 204',
  deviate: ({ objects }) => ({
    objects: {
      misplacedEncryption: (operation, headers) =>
        operation === 'AbortMultipartUpload' ? null : objects.misplacedEncryption(operation, headers),
    },
  }),
} satisfies Deviation;

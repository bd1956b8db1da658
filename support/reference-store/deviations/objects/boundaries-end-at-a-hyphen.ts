import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'POST-09',
  mistake: 'Reads the boundary of a form as one word, so that a line with the beginning of the boundary ends the file.',
  caughtAs: 'expected a Content-Length of',
  deviate: ({ objects }) => ({
    objects: { formBoundary: (contentType) => objects.formBoundary(contentType)?.replace(/-.*$/u, '') ?? null },
  }),
} satisfies Deviation;

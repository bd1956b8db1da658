import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-04',
  mistake: 'Leaves Content-Type to its web framework, which labels errors as HTML.',
  caughtAs: 'text/html',
  deviate: ({ errors }) => ({
    errors: {
      document: (refusal, requestId, host) => ({
        ...errors.document(refusal, requestId, host),
        contentType: 'text/html; charset=utf-8',
      }),
    },
  }),
} satisfies Deviation;

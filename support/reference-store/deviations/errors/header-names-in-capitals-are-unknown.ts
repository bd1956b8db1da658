import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-29',
  mistake: 'Compares Authorization case-sensitively, so a proxy that rewrites header names makes callers anonymous.',
  caughtAs: 'AccessDenied',
  deviate: ({ authentication }) => ({
    authentication: {
      claim: (request) =>
        authentication.claim({ ...request, headers: request.headers.filter(([name]) => name !== 'AUTHORIZATION') }),
    },
  }),
} satisfies Deviation;

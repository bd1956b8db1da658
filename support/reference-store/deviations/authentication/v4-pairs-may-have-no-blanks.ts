import { invalidArgument } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';
import { headerValue } from '../../http/store-request.ts';

export default {
  clause: 'AUTH-18',
  mistake: 'Splits Authorization at its spaces first, so a space after a comma, which SDKs do not write, is malformed.',
  caughtAs: 'InvalidArgument',
  deviate: ({ authentication }) => ({
    authentication: {
      claim: (request) =>
        /, /.test(headerValue(request.headers, 'authorization') ?? '')
          ? invalidArgument('Authorization header is invalid.')
          : authentication.claim(request),
    },
  }),
} satisfies Deviation;

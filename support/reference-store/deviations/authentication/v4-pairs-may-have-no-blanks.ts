import { invalidArgument } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';
import { headerValue } from '../../http/store-request.ts';

export default {
  clause: 'AUTH-18',
  mistake: 'Splits Authorization at its blanks first, as SDKs write just one, so a blank behind a comma is malformed.',
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

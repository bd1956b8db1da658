import type { Deviation } from '../../deviation.ts';
import { headerValue } from '../../http/store-request.ts';

export default {
  clause: 'AUTH-15',
  mistake: 'Checks the URL only where there is no Authorization header, so two signatures are accepted.',
  caughtAs: '200',
  deviate: ({ authentication }) => ({
    authentication: {
      claim: (request) =>
        authentication.claim(
          headerValue(request.headers, 'authorization') === undefined ? request : { ...request, query: [] },
        ),
    },
  }),
} satisfies Deviation;

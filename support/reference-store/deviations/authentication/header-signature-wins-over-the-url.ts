import type { Deviation } from '../../deviation.ts';
import { headerValue } from '../../http/store-request.ts';

export default {
  clause: 'AUTH-15',
  mistake: 'Checks the URL only where there is no Authorization header, so two signatures are accepted.',
  caughtAs: '200',
  alsoCaughtBy: { 'AUTH-63': 'its two signatures are in the same places' },
  deviate: ({ authentication }) => ({
    authentication: {
      claim: (request) =>
        authentication.claim(
          headerValue(request.headers, 'authorization') === undefined ? request : { ...request, query: [] },
        ),
    },
  }),
} satisfies Deviation;

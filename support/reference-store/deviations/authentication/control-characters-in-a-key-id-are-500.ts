import { Refusal } from '../../errors/refusal.ts';
import { queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-50',
  mistake:
    'Looks up the access key id of a URL in its database without checking its characters; the database refuses the query.',
  caughtAs: 'got 500',
  deviate: ({ authentication }) => ({
    authentication: {
      claim(request) {
        const names = ['OSSAccessKeyId', 'x-oss-credential'];
        if (names.some((name) => queryValue(request.query, name)?.includes('\t') === true))
          return new Refusal({ status: 500, code: 'InternalError', message: 'invalid input' });
        return authentication.claim(request);
      },
    },
  }),
} satisfies Deviation;

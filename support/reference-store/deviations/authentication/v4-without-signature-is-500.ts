import { Refusal } from '../../errors/refusal.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-18',
  mistake: 'Takes the pairs of Authorization as given and fails where Signature is missing.',
  caughtAs: 'got 500',
  deviate: ({ authentication }) => ({
    authentication: {
      claim(request) {
        const authorization = headerValue(request.headers, 'authorization') ?? '';
        if (authorization.startsWith('OSS4-') && !authorization.includes('Signature='))
          return new Refusal({ status: 500, code: 'InternalError', message: 'cannot read length of undefined' });
        return authentication.claim(request);
      },
    },
  }),
} satisfies Deviation;

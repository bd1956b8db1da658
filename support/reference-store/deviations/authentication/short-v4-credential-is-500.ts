import { Refusal } from '../../errors/refusal.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-50',
  mistake: 'Reads the parts of the credential by index and fails where one is missing.',
  caughtAs: 'got 500',
  deviate: ({ authentication }) => ({
    authentication: {
      claim(request) {
        const credential = /Credential=([^,]*)/.exec(headerValue(request.headers, 'authorization') ?? '')?.[1];
        if (credential !== undefined && credential.split('/').length < 5)
          return new Refusal({ status: 500, code: 'InternalError', message: 'index out of range' });
        return authentication.claim(request);
      },
    },
  }),
} satisfies Deviation;

import { replaceOperations } from '../../operation-replacement.ts';
import { headerValue } from '../../http/store-request.ts';
import { invalidArgument } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-21',
  mistake: 'Refuses a condition with an unreadable date.',
  caughtAs: 'got 400 InvalidArgument',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], (call, documented) => {
      const date = headerValue(call.request.headers, 'If-Modified-Since') ?? new Date().toUTCString();
      return Number.isNaN(Date.parse(date))
        ? invalidArgument('The date cannot be read.', { name: 'If-Modified-Since' })
        : documented(call);
    }),
  }),
} satisfies Deviation;

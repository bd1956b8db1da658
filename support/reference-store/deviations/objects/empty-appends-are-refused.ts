import { replaceOperations } from '../../operation-replacement.ts';
import { queryValue } from '../../http/store-request.ts';
import { invalidArgument } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'APP-07',
  mistake: 'Refuses an append that appends nothing.',
  caughtAs: 'got 400 InvalidArgument',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['AppendObject'], (call, documented) => {
      const isLater = queryValue(call.request.query, 'position') !== '0';
      return isLater && call.request.body.announcedLength === 0
        ? invalidArgument('There is nothing to append.', { name: 'Content-Length' })
        : documented(call);
    }),
  }),
} satisfies Deviation;

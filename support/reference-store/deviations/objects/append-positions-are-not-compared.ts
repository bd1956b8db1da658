import { headOf } from '../../changed-exchange.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import { headerValue, queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'APP-05',
  mistake: 'Appends at the end, whatever position the client names.',
  caughtAs: 'expected 409 PositionNotEqualToLength, got 200',
  alsoCaughtBy: { 'APP-15': 'each of several appends at the same position finds the end, and succeeds' },
  deviate({ route }) {
    /** One after the other, because the end must not move between looking and appending. */
    let last: Promise<unknown> = Promise.resolve();
    return {
      route: replaceOperations(route, ['AppendObject'], async (call, documented, perform) => {
        const append = async (): ReturnType<typeof documented> => {
          const end = headerValue((await headOf(call, perform)) ?? [], 'x-oss-next-append-position');
          const position = queryValue(call.request.query, 'position');
          if (end === undefined || position === undefined || !/^\d+$/.test(position)) return documented(call);
          const query = call.request.query.filter(([name]) => name !== 'position');
          return documented({ ...call, request: { ...call.request, query: [...query, ['position', end]] } });
        };
        const appended = last.then(append);
        last = appended.catch(() => undefined);
        return appended;
      }),
    };
  },
} satisfies Deviation;

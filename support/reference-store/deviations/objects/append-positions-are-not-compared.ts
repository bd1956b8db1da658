import { headOf } from '../../changed-exchange.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import { headerValue, queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'APP-05',
  mistake: 'Appends at the end, whatever position the client names.',
  caughtAs: 'expected 409 PositionNotEqualToLength, got 200',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['AppendObject'], async (call, documented, perform) => {
      const end = headerValue((await headOf(call, perform)) ?? [], 'x-oss-next-append-position');
      const position = queryValue(call.request.query, 'position');
      if (end === undefined || position === undefined || !/^\d+$/.test(position)) return documented(call);
      const query = call.request.query.filter(([name]) => name !== 'position');
      return documented({ ...call, request: { ...call.request, query: [...query, ['position', end]] } });
    }),
  }),
} satisfies Deviation;

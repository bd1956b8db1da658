import { headOf } from '../../changed-exchange.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import { queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'APP-06',
  mistake: 'Creates the object at whatever position the first append names.',
  caughtAs: 'expected 409 PositionNotEqualToLength, got 200',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['AppendObject'], async (call, documented, perform) => {
      const position = queryValue(call.request.query, 'position') ?? '';
      if (!/^[1-9]\d*$/.test(position) || (await headOf(call, perform)) !== null) return documented(call);
      const query = call.request.query.filter(([name]) => name !== 'position');
      return documented({ ...call, request: { ...call.request, query: [...query, ['position', '0']] } });
    }),
  }),
} satisfies Deviation;

import { changeRequests } from '../../changed-exchange.ts';
import { queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'APP-09',
  mistake: 'Treats an append without a position as the first one.',
  caughtAs: 'expected 400 MissingArgument, got 200',
  deviate: ({ route }) => ({
    route: changeRequests(route, ['AppendObject'], (call) =>
      queryValue(call.request.query, 'position') === undefined
        ? { ...call, request: { ...call.request, query: [...call.request.query, ['position', '0']] } }
        : call,
    ),
  }),
} satisfies Deviation;

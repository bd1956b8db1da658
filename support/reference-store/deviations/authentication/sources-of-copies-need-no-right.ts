import { changeRequests } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-65',
  mistake: 'Copies with the rights of the store, so that whoever may write may also read, by way of a copy.',
  caughtAs: 'expected 403 AccessDenied, got 200',
  deviate: ({ route }) => ({
    route: changeRequests(route, ['PutObject'], (call) =>
      call.principal.kind === 'ram-user' ? { ...call, principal: { ...call.principal, kind: 'account' } } : call,
    ),
  }),
} satisfies Deviation;

import { changeRequests } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-65',
  mistake: 'Does not check the right to read the source, so that anyone who can write can also read, by a copy.',
  caughtAs: 'expected 403 AccessDenied, got 200',
  deviate: ({ route }) => ({
    route: changeRequests(route, ['PutObject'], (call) =>
      call.principal.kind === 'ram-user' ? { ...call, principal: { ...call.principal, kind: 'account' } } : call,
    ),
  }),
} satisfies Deviation;

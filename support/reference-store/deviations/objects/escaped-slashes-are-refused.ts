import { replaceOperations } from '../../operation-replacement.ts';
import { invalidObjectName } from '../../objects/refusals.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'KEY-07',
  mistake: 'Refuses a path with %2F, because its router does.',
  caughtAs: 'expected 200, got 400',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], (call, documented) =>
      /%2f/i.test(call.request.path) ? invalidObjectName(call.key) : documented(call),
    ),
  }),
} satisfies Deviation;

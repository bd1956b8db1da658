import { isCopy } from '../../changed-exchange.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import { headerValue } from '../../http/store-request.ts';
import { notImplemented } from '../../http/routing.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-13',
  mistake: 'Refuses If-Match on a copy, as on an upload.',
  caughtAs: 'expected 200, got 400 NotImplemented',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], (call, documented) =>
      isCopy(call) && headerValue(call.request.headers, 'If-Match') !== undefined
        ? notImplemented('If-Match')
        : documented(call),
    ),
  }),
} satisfies Deviation;

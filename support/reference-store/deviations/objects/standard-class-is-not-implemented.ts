import { replaceOperations } from '../../operation-replacement.ts';
import { headerValue } from '../../http/store-request.ts';
import { notImplemented } from '../../http/routing.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'META-14',
  mistake: 'Does not implement x-oss-storage-class, whatever it says.',
  caughtAs: 'expected the request to be accepted, got 404',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], (call, documented) =>
      headerValue(call.request.headers, 'x-oss-storage-class') === 'Standard'
        ? notImplemented('x-oss-storage-class')
        : documented(call),
    ),
  }),
} satisfies Deviation;

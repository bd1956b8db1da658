import { replaceOperations } from '../../operation-replacement.ts';
import { missingContentLength } from '../../objects/refusals.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-04',
  mistake: 'Requires a Content-Length on every upload, because it writes the length before the bytes.',
  caughtAs: 'got 411 MissingContentLength',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], (call, documented) =>
      call.request.body.isChunked ? missingContentLength() : documented(call),
    ),
  }),
} satisfies Deviation;

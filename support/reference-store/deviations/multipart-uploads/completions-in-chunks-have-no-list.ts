import { changeRequests } from '../../changed-exchange.ts';
import { RequestBody } from '../../http/request-body.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-40',
  mistake: 'Takes a body for a list only if it has a Content-Length.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ route }) => ({
    route: changeRequests(route, ['CompleteMultipartUpload'], (call) =>
      headerValue(call.request.headers, 'x-oss-complete-all') !== undefined && call.request.body.isChunked
        ? { ...call, request: { ...call.request, body: new RequestBody(null) } }
        : call,
    ),
  }),
} satisfies Deviation;

import { headerValue } from '../../http/store-request.ts';
import { missingContentLength } from '../../objects/refusals.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-19',
  mistake: 'Reserves the space of a part in advance, and needs its length for that.',
  caughtAs: 'expected the part to be stored, got 411 MissingContentLength',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['UploadPart'], (call, documented) =>
      headerValue(call.request.headers, 'Transfer-Encoding') === undefined ? documented(call) : missingContentLength(),
    ),
  }),
} satisfies Deviation;

import { replaceOperations } from '../../operation-replacement.ts';
import { headerValue } from '../../http/store-request.ts';
import { invalidRange } from '../../objects/refusals.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-30',
  mistake: 'Takes the standard range behaviour for strictness, and refuses a range that it cannot parse.',
  caughtAs: 'expected 200, got 416 InvalidRange',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], (call, documented) => {
      const { headers } = call.request;
      const isStandard = headerValue(headers, 'x-oss-range-behavior') === 'standard';
      const isReadable = /^bytes=\d*-\d*$/.test(headerValue(headers, 'Range') ?? 'bytes=0-');
      return isStandard && !isReadable ? invalidRange(0) : documented(call);
    }),
  }),
} satisfies Deviation;

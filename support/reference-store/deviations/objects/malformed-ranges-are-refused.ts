import { replaceOperations } from '../../operation-replacement.ts';
import { headerValue } from '../../http/store-request.ts';
import { invalidRange } from '../../objects/refusals.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-11',
  mistake: 'Refuses a range that it cannot parse.',
  caughtAs: 'expected 200, got 416 InvalidRange',
  alsoCaughtBy: { 'GET-30': 'the standard range behaviour ignores a malformed range, too' },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], (call, documented) => {
      const range = headerValue(call.request.headers, 'Range') ?? 'bytes=0-';
      return /^bytes=[\d,-]+$/.test(range) ? documented(call) : invalidRange(0);
    }),
  }),
} satisfies Deviation;

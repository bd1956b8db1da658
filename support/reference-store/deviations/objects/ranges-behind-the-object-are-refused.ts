import { changeRangeRequests, withValue } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-10',
  mistake: 'Refuses a range beyond the object, as S3 and RFC 9110 do.',
  caughtAs: 'expected 200, got 416',
  alsoCaughtBy: {
    'OBJ-43': 'it says the same of encrypted objects',
  },
  deviate: ({ route }) => ({
    route: changeRangeRequests(
      route,
      ({ first }, size) => first >= size,
      (headers) => withValue(headers, 'x-oss-range-behavior', 'standard'),
    ),
  }),
} satisfies Deviation;

import { changeRangeRequests, withValue } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-09',
  mistake: 'Clips a range to the object, as S3 and RFC 9110 do.',
  caughtAs: 'expected 200, got 206',
  alsoCaughtBy: {
    'OBJ-43': 'it says the same of encrypted objects',
  },
  deviate: ({ route }) => ({
    route: changeRangeRequests(
      route,
      ({ first, last }, size) => first < size && Number(last) >= size,
      (headers) => withValue(headers, 'x-oss-range-behavior', 'standard'),
    ),
  }),
} satisfies Deviation;

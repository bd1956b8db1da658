import { changeRangeRequests, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-16',
  mistake: 'Does not know x-oss-range-behavior where a range begins behind the object.',
  caughtAs: 'expected 416 InvalidRange, got 200',
  alsoCaughtBy: {
    'OBJ-43': 'it says the same of encrypted objects',
  },
  deviate: ({ route }) => ({
    route: changeRangeRequests(
      route,
      ({ first }, size) => first >= size,
      (headers) => without(headers, /^x-oss-range-behavior$/i),
    ),
  }),
} satisfies Deviation;

import { changeRangeRequests, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-16',
  mistake: 'Ignores x-oss-range-behavior if a range begins beyond the object.',
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

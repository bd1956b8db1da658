import { changeRangeRequests, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-15',
  mistake: 'Ignores x-oss-range-behavior if a range ends beyond the object.',
  caughtAs: 'expected 206, got 200',
  alsoCaughtBy: {
    'OBJ-43': 'it says the same of encrypted objects',
  },
  deviate: ({ route }) => ({
    route: changeRangeRequests(
      route,
      ({ first, last }, size) => first < size && Number(last) >= size,
      (headers) => without(headers, /^x-oss-range-behavior$/i),
    ),
  }),
} satisfies Deviation;

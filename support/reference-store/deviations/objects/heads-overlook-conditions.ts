import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'HEAD-07',
  mistake: 'Supports conditions on GET only.',
  caughtAs: 'got 200',
  alsoCaughtBy: {
    'OBJ-45': 'it sends a condition with HEAD, too',
  },
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['HeadObject'], (headers) => without(headers, /^if-/i)),
  }),
} satisfies Deviation;

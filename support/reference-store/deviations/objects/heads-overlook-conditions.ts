import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'HEAD-07',
  mistake: 'Has conditions on GET only.',
  caughtAs: 'got 200',
  alsoCaughtBy: {
    'OBJ-45': 'its scenarios use the call that this mistake changes',
  },
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['HeadObject'], (headers) => without(headers, /^if-/i)),
  }),
} satisfies Deviation;

import { queryValue } from '../../http/store-request.ts';
import { withValue } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'APP-05',
  mistake: 'Repeats the position of the request where it should say the size of the object.',
  caughtAs: 'expected x-oss-next-append-position: 3, got',
  deviate: ({ answer }) => ({
    answer(decided, call) {
      const sent = answer(decided, call);
      const asked = queryValue(call.request.query, 'position');
      if (call.operation?.name !== 'AppendObject' || sent.status !== 409 || asked === undefined) return sent;
      return { ...sent, headers: withValue(sent.headers, 'x-oss-next-append-position', asked) };
    },
  }),
} satisfies Deviation;

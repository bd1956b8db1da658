import { withValue } from '../../changed-exchange.ts';
import { queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-27',
  mistake: 'Applies the response- parameters to every answer, including errors.',
  caughtAs: 'expected Content-Type: application/xml, got text/plain',
  deviate: ({ answer }) => ({
    answer: (given, call) => {
      const finished = answer(given, call);
      const type = queryValue(call.request.query, 'response-content-type');
      if (type === undefined || finished.status < 400) return finished;
      return { ...finished, headers: withValue(finished.headers, 'Content-Type', type) };
    },
  }),
} satisfies Deviation;

import { withValue } from '../../changed-exchange.ts';
import { queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-27',
  mistake: 'Applies the response- parameters to every answer, including errors.',
  caughtAs: 'expected no header Content-Language, got one',
  deviate: ({ answer }) => ({
    answer: (given, call) => {
      const finished = answer(given, call);
      const language = queryValue(call.request.query, 'response-content-language');
      if (language === undefined || finished.status < 400) return finished;
      return { ...finished, headers: withValue(finished.headers, 'Content-Language', language) };
    },
  }),
} satisfies Deviation;

import { changeAnswers, without } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-01',
  mistake: 'Sends everything larger than a buffer in chunks, although it knows the length.',
  caughtAs: 'expected the header Content-Length, got none',
  deviate: ({ route }) => ({
    route: changeAnswers(route, ['GetObject'], (answer) => {
      const isLong = Number(headerValue(answer.headers, 'Content-Length')) >= 1000 && answer.status === 200;
      return isLong
        ? { ...answer, headers: [...without(answer.headers, /^content-length$/i), ['Transfer-Encoding', 'chunked']] }
        : answer;
    }),
  }),
} satisfies Deviation;

import { changeAnswers, without } from '../../changed-exchange.ts';
import { compressedFor } from '../../objects/operations/compression.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'META-03',
  mistake: 'Compresses texts without a look at the Content-Encoding that they have already.',
  caughtAs: 'expected the whole object',
  deviate: ({ route }) => ({
    route: changeAnswers(route, ['GetObject'], (answer, { request }) => {
      const headers = without(answer.headers, /^content-encoding$/i);
      const compressed = compressedFor(request.headers, { ...answer, headers });
      return compressed.headers === headers ? answer : compressed;
    }),
  }),
} satisfies Deviation;

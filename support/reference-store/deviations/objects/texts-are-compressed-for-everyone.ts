import { changeAnswers } from '../../changed-exchange.ts';
import { compressedFor } from '../../objects/operations/compression.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-01',
  mistake: 'Compresses texts for clients that do not ask for it.',
  caughtAs: 'expected the whole object',
  deviate: ({ route }) => ({
    route: changeAnswers(route, ['GetObject'], (answer) => compressedFor([['Accept-Encoding', 'gzip']], answer)),
  }),
} satisfies Deviation;

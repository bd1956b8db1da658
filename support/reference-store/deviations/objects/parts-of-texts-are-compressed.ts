import { changeAnswers } from '../../changed-exchange.ts';
import { compressedFor } from '../../objects/operations/compression.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-07',
  mistake: 'Compresses a part of a text as it compresses the whole of it, so that its length is not that of the range.',
  caughtAs: 'expected the 1500 bytes that were uploaded',
  deviate: ({ route }) => ({
    route: changeAnswers(route, ['GetObject'], (answer, { request }) =>
      answer.status === 206 ? { ...compressedFor(request.headers, { ...answer, status: 200 }), status: 206 } : answer,
    ),
  }),
} satisfies Deviation;

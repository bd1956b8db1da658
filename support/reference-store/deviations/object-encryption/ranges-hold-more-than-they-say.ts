import type { StreamedBody } from '../../http/answer.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

/** The rest of a cipher block, sent with the last chunk. */
const rest = Buffer.from('the rest');

async function* withRest(body: StreamedBody): AsyncGenerator<Uint8Array, void, undefined> {
  let latest: Uint8Array = new Uint8Array();
  for await (const chunk of body) {
    yield latest;
    latest = Buffer.from(chunk);
  }
  yield Buffer.concat([latest, rest]);
}

export default {
  clause: 'OBJ-42',
  mistake: 'Announces the length of the range, and then sends the plaintext up to the end of the cipher block.',
  caughtAs: 'expected a whole answer, got 206 with a body that is not framed as HTTP',
  alsoCaughtBy: { 'OBJ-49': 'it reads ranges of encrypted copies' },
  deviate: () => ({
    answer(answer, { operation }) {
      const { body, headers, status } = answer;
      const isEncrypted = headerValue(headers, 'x-oss-server-side-encryption') !== undefined;
      if (operation?.name !== 'GetObject' || status !== 206 || !isEncrypted) return answer;
      return body === null || body instanceof Uint8Array ? answer : { ...answer, body: withRest(body) };
    },
  }),
} satisfies Deviation;

import { isoDate } from '../../http/http-date.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-32',
  mistake: 'Writes the local time of Hangzhou with a Z behind it.',
  caughtAs: 'expected CreationDate to be the time when the bucket was created, got another time',
  deviate: ({ answer }) => ({
    answer(decided, call) {
      const sent = answer(decided, call);
      if (call.operation?.name !== 'GetBucketInfo' || !(sent.body instanceof Uint8Array)) return sent;
      const text = Buffer.from(sent.body).toString();
      return { ...sent, body: Buffer.from(text.replace(/(?<=<CreationDate>)[^<]+/u, inHangzhou)) };
    },
  }),
} satisfies Deviation;

function inHangzhou(date: string): string {
  return isoDate(new Date(Date.parse(date) + 8 * 3_600_000));
}

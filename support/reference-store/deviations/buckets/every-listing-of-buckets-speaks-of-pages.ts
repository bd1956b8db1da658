import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSB-08',
  mistake: 'Writes the elements about pages into every answer, as listings of objects have them.',
  caughtAs: 'expected no element about pages, got IsTruncated',
  deviate: ({ answer }) => ({
    answer(decided, call) {
      const sent = answer(decided, call);
      if (call.operation?.name !== 'ListBuckets' || !(sent.body instanceof Uint8Array)) return sent;
      const text = Buffer.from(sent.body).toString();
      const root = '<ListAllMyBucketsResult>';
      const isComplete = !text.includes('<IsTruncated>');
      return isComplete
        ? { ...sent, body: Buffer.from(text.replace(root, `${root}<IsTruncated>false</IsTruncated>`)) }
        : sent;
    },
  }),
} satisfies Deviation;

import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSB-02',
  mistake: 'Lists buckets as S3 does, with their name and time only.',
  caughtAs: 'no Location below /ListAllMyBucketsResult/Buckets/Bucket',
  deviate: ({ answer }) => ({
    answer(decided, call) {
      const sent = answer(decided, call);
      if (call.operation?.name !== 'ListBuckets' || !(sent.body instanceof Uint8Array)) return sent;
      const text = Buffer.from(sent.body).toString();
      return { ...sent, body: Buffer.from(text.replaceAll(/<Location>[^<]*<\/Location>/gu, '')) };
    },
  }),
} satisfies Deviation;

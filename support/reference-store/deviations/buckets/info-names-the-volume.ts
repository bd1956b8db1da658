import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-32',
  mistake: 'Names the volume on which the bucket lies.',
  caughtAs: 'in /BucketInfo/Bucket/Name instead of',
  alsoCaughtBy: { 'BKT-36': 'it reads the bucket info, too' },
  deviate: ({ answer }) => ({
    answer(decided, call) {
      const sent = answer(decided, call);
      if (call.operation?.name !== 'GetBucketInfo' || !(sent.body instanceof Uint8Array)) return sent;
      const text = Buffer.from(sent.body).toString();
      return { ...sent, body: Buffer.from(text.replace(/<Name>[^<]*</u, '<Name>volume-1<')) };
    },
  }),
} satisfies Deviation;

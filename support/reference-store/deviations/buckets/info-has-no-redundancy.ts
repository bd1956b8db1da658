import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-05',
  mistake: 'Leaves the redundancy out of the bucket info, because it has only one.',
  caughtAs: 'no DataRedundancyType below /BucketInfo/Bucket',
  deviate: ({ answer }) => ({
    answer(decided, call) {
      const sent = answer(decided, call);
      if (call.operation?.name !== 'GetBucketInfo' || !(sent.body instanceof Uint8Array)) return sent;
      const text = Buffer.from(sent.body).toString();
      return { ...sent, body: Buffer.from(text.replace(/<DataRedundancyType>.*<\/DataRedundancyType>/u, '')) };
    },
  }),
} satisfies Deviation;

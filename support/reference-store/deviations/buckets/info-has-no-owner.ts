import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-32',
  mistake: 'Leaves the owner out of the bucket info, because only the owner can read it.',
  caughtAs: 'no Owner below /BucketInfo/Bucket',
  deviate: ({ answer }) => ({
    answer(decided, call) {
      const sent = answer(decided, call);
      if (call.operation?.name !== 'GetBucketInfo' || !(sent.body instanceof Uint8Array)) return sent;
      return {
        ...sent,
        body: Buffer.from(
          Buffer.from(sent.body)
            .toString()
            .replace(/<Owner>.*<\/Owner>/su, ''),
        ),
      };
    },
  }),
} satisfies Deviation;

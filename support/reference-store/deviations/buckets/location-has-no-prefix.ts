import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-30',
  mistake: 'Answers with the region as requests are signed for it, without oss-.',
  caughtAs: 'in /LocationConstraint instead of "(the OSS name of a region)"',
  deviate: ({ answer }) => ({
    answer(decided, call) {
      const sent = answer(decided, call);
      if (call.operation?.name !== 'GetBucketLocation' || !(sent.body instanceof Uint8Array)) return sent;
      return { ...sent, body: Buffer.from(Buffer.from(sent.body).toString().replace('>oss-', '>')) };
    },
  }),
} satisfies Deviation;

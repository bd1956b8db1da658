import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-02',
  mistake: 'Makes new buckets readable for everyone, as a file server does.',
  caughtAs: '"public-read" in /AccessControlPolicy/AccessControlList/Grant',
  alsoCaughtBy: {
    'BKT-08': 'the bucket is not private before the refused request either',
    'BKT-28': 'its example is a new bucket',
    'BKT-32': 'its example is a new bucket',
  },
  deviate: ({ answer }) => ({
    answer(decided, call) {
      const sent = answer(decided, call);
      const isRead = call.operation?.name === 'GetBucketAcl' || call.operation?.name === 'GetBucketInfo';
      if (!isRead || !(sent.body instanceof Uint8Array)) return sent;
      return { ...sent, body: Buffer.from(Buffer.from(sent.body).toString().replace('>private<', '>public-read<')) };
    },
  }),
} satisfies Deviation;

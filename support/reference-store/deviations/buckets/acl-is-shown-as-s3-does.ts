import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-28',
  mistake: "Answers with S3's grants, in which a grantee has a permission.",
  caughtAs: 'in /AccessControlPolicy/AccessControlList/Grant instead of "private"',
  alsoCaughtBy: {
    'BKT-02': 'it reads the ACL of a new bucket',
  },
  deviate: ({ answer }) => ({
    answer(decided, call) {
      const sent = answer(decided, call);
      if (call.operation?.name !== 'GetBucketAcl' || !(sent.body instanceof Uint8Array)) return sent;
      const text = Buffer.from(sent.body).toString();
      const grants = text.replace('<Grant>private</Grant>', '<Grant><Permission>FULL_CONTROL</Permission></Grant>');
      return { ...sent, body: Buffer.from(grants) };
    },
  }),
} satisfies Deviation;

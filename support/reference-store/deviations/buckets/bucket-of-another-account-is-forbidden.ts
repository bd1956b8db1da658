import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-14',
  mistake: 'Checks the owner of the bucket before the operation, and answers as for any other request.',
  caughtAs: 'expected 409 BucketAlreadyExists, got 403 AccessDenied',
  deviate: ({ authorize }) => ({
    authorize(question, call) {
      const { principal, bucket } = question;
      const isForeign = principal.kind !== 'anonymous' && bucket !== null && bucket.owner !== principal.accountId;
      return isForeign
        ? new Refusal({ status: 403, code: 'AccessDenied', message: 'AccessDenied' })
        : authorize(question, call);
    },
  }),
} satisfies Deviation;

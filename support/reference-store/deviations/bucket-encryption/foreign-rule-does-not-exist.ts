import { noSuchRule } from '../../bucket-encryption/refusals.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-09',
  mistake: "Filters rules by owner, so another account's bucket seems to have none.",
  caughtAs: 'expected 403 AccessDenied, got 404 NoSuchServerSideEncryptionRule',
  alsoCaughtBy: { 'GBE-21': 'a sub-account without the right is refused, too' },
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        call.operation?.name === 'GetBucketEncryption' && refusal.code === 'AccessDenied'
          ? noSuchRule(call.bucket?.name ?? '')
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;

import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-24',
  mistake: "Reserves bucket configuration for the account itself, whatever a sub-account's policy says.",
  caughtAs: 'expected the request to be accepted, got 403 AccessDenied',
  alsoCaughtBy: { 'PBE-40': 'the sub-account that may only write is refused, too' },
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      question.action === 'oss:PutBucketEncryption' && question.principal.kind === 'ram-user'
        ? new Refusal({ status: 403, code: 'AccessDenied', message: 'Only the account itself may do this.' })
        : authorize(question, call),
  }),
} satisfies Deviation;

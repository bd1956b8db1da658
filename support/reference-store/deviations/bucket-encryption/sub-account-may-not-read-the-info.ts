import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-08',
  mistake: 'Shows the bucket info only to the account, because it names the account, whatever a policy allows.',
  caughtAs: 'expected the request to be accepted, got 403 AccessDenied',
  alsoCaughtBy: { 'GBI-10': 'the sub-account that may only read is refused, too' },
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      question.action === 'oss:GetBucketInfo' && question.principal.kind === 'ram-user'
        ? new Refusal({ status: 403, code: 'AccessDenied', message: 'Only the account itself may do this.' })
        : authorize(question, call),
  }),
} satisfies Deviation;

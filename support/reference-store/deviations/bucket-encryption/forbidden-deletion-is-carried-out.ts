import { Refusal } from '../../errors/refusal.ts';
import type { BucketCall } from '../../http/operation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-04',
  mistake: 'Deletes first and checks the permission afterwards: 403, and the rule is gone.',
  caughtAs: 'expected still the rule AES256, got no rule',
  alsoCaughtBy: { 'DBE-11': 'a sub-account without the right is refused, too' },
  deviate({ authorize, route }) {
    let denied: Refusal | null = null;
    return {
      authorize(question, call) {
        const refusal = authorize(question, call);
        const isDeletion = question.action === 'oss:DeleteBucketEncryption' && question.bucket !== null;
        denied = isDeletion ? refusal : null;
        return isDeletion ? null : refusal;
      },
      route(request, address, operations) {
        const operation = route(request, address, operations);
        if (operation instanceof Refusal || operation.name !== 'DeleteBucketEncryption') return operation;
        if (operation.scope !== 'bucket') return operation;
        return {
          ...operation,
          async run(call: BucketCall) {
            const outcome = await operation.run(call);
            return denied ?? outcome;
          },
        };
      },
    };
  },
} satisfies Deviation;

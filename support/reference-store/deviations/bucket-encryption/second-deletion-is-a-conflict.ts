import { Refusal } from '../../errors/refusal.ts';
import type { BucketCall } from '../../http/operation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-06',
  mistake: 'Keeps a deleted rule as a tombstone, and a tombstone cannot be deleted.',
  caughtAs: 'expected 204, got 409 OperationAborted',
  deviate({ route }) {
    const tombstones = new Set<string>();
    return {
      route(request, address, operations) {
        const operation = route(request, address, operations);
        if (operation instanceof Refusal || operation.name !== 'DeleteBucketEncryption') return operation;
        if (operation.scope !== 'bucket') return operation;
        return {
          ...operation,
          async run(call: BucketCall) {
            if (tombstones.has(call.bucket))
              return new Refusal({ status: 409, code: 'OperationAborted', message: 'The rule is being deleted.' });
            tombstones.add(call.bucket);
            return operation.run(call);
          },
        };
      },
    };
  },
} satisfies Deviation;

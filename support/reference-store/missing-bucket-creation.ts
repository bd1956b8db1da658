import type { Behaviour } from './behaviour.ts';
import { Refusal } from './errors/refusal.ts';
import type { Answer } from './http/answer.ts';
import type { BucketCall } from './http/operation.ts';

/** PutBucketEncryption creates a missing bucket; `choose` picks its answer or that of PutBucket. */
export function createMissingBucket(
  route: Behaviour['route'],
  choose: (refusal: Refusal, created: Answer | Refusal) => Answer | Refusal,
): Behaviour['route'] {
  return (request, address, operations) => {
    const operation = route(request, address, operations);
    const putBucket = operations.find(({ name }) => name === 'PutBucket');
    if (operation instanceof Refusal || operation.name !== 'PutBucketEncryption') return operation;
    if (operation.scope !== 'bucket' || putBucket?.scope !== 'bucket') return operation;
    return {
      ...operation,
      bucketMustExist: false,
      async run(call: BucketCall) {
        const outcome = await operation.run(call);
        if (!(outcome instanceof Refusal) || outcome.code !== 'NoSuchBucket') return outcome;
        return choose(outcome, await putBucket.run({ ...call, body: new Uint8Array() }));
      },
    };
  };
}

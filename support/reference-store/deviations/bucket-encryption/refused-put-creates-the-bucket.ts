import { Refusal } from '../../errors/refusal.ts';
import type { BucketCall } from '../../http/operation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-33',
  mistake: "Creates the bucket's entry for the rule, then notices that the bucket does not exist and answers 404.",
  caughtAs: 'expected no bucket to be created, got a bucket of that name',
  alsoCaughtBy: {
    'ENV-27': 'it says just that',
  },
  deviate: ({ route }) => ({
    route(request, address, operations) {
      const operation = route(request, address, operations);
      const putBucket = operations.find(({ name }) => name === 'PutBucket');
      if (operation instanceof Refusal || operation.name !== 'PutBucketEncryption') return operation;
      if (operation.scope !== 'bucket' || putBucket?.scope !== 'bucket') return operation;
      return {
        ...operation,
        bucketMustExist: false,
        async run(call: BucketCall) {
          const outcome = await operation.run(call);
          if (outcome instanceof Refusal && outcome.code === 'NoSuchBucket')
            await putBucket.run({ ...call, body: new Uint8Array() });
          return outcome;
        },
      };
    },
  }),
} satisfies Deviation;

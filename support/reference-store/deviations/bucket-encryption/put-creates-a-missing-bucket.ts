import { Refusal } from '../../errors/refusal.ts';
import type { BucketCall } from '../../http/operation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-33',
  mistake:
    'Ignores the sub-resource where the bucket is missing, as the official emulator does, and creates the bucket.',
  caughtAs: 'expected 404 NoSuchBucket, got 200',
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
          const isMissing = outcome instanceof Refusal && outcome.code === 'NoSuchBucket';
          return isMissing ? putBucket.run({ ...call, body: new Uint8Array() }) : outcome;
        },
      };
    },
  }),
} satisfies Deviation;

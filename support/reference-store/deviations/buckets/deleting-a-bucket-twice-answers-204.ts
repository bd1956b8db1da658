import { Refusal } from '../../errors/refusal.ts';
import { emptyAnswer } from '../../http/answer.ts';
import type { BucketCall } from '../../http/operation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-17',
  mistake: 'Answers 204 to every deletion, because what does not exist need not be deleted.',
  caughtAs: 'expected 404 NoSuchBucket, got 204',
  alsoCaughtBy: {
    'ENV-10': 'it deletes a bucket that does not exist',
  },
  deviate: ({ route }) => ({
    route(request, address, operations) {
      const operation = route(request, address, operations);
      if (operation instanceof Refusal || operation.name !== 'DeleteBucket' || operation.scope !== 'bucket')
        return operation;
      return {
        ...operation,
        bucketMustExist: false,
        async run(call: BucketCall) {
          const outcome = await operation.run(call);
          return outcome instanceof Refusal && outcome.code === 'NoSuchBucket' ? emptyAnswer(204) : outcome;
        },
      };
    },
  }),
} satisfies Deviation;

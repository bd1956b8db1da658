import { Refusal } from '../../errors/refusal.ts';
import type { BucketCall } from '../../http/operation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-04',
  mistake: 'Keeps everything in one class, whatever the request names.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  alsoCaughtBy: {
    'BKT-03': 'the bucket info shows the one class',
    'BKT-37': 'it wants the message of the refusal',
    'BKT-13': 'a repeated request is accepted with any class',
    'BKT-38': 'it wants the message of that refusal',
  },
  deviate: ({ route }) => ({
    route(request, address, operations) {
      const operation = route(request, address, operations);
      if (operation instanceof Refusal || operation.name !== 'PutBucket' || operation.scope !== 'bucket')
        return operation;
      if (!request.body.announcedLength) return operation;
      return {
        ...operation,
        run(call: BucketCall) {
          const document = Buffer.from(call.body).toString();
          const inOneClass = document.replace(/<StorageClass>[^<]*/u, '<StorageClass>Standard');
          return operation.run({ ...call, body: Buffer.from(inOneClass) });
        },
      };
    },
  }),
} satisfies Deviation;

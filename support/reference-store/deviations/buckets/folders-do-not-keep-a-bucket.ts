import { Refusal } from '../../errors/refusal.ts';
import type { BucketCall } from '../../http/operation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-18',
  mistake: 'Looks for files in the folder of the bucket before it deletes it, but not in the folders below.',
  caughtAs: 'expected 409 BucketNotEmpty, got 204',
  deviate({ buckets, route }) {
    let hasFiles = true;
    return {
      buckets: {
        remove: (bucket, isEmpty, view) => buckets.remove(bucket, isEmpty || !hasFiles, view),
      },
      route(request, address, operations) {
        const operation = route(request, address, operations);
        if (operation instanceof Refusal || operation.name !== 'DeleteBucket' || operation.scope !== 'bucket')
          return operation;
        const listing = operations.find(({ name }) => name === 'ListObjects');
        return {
          ...operation,
          async run(call: BucketCall) {
            const listed = listing?.scope === 'bucket' ? await listing.run(call) : null;
            const body = listed === null || listed instanceof Refusal ? null : listed.body;
            const keys =
              body instanceof Uint8Array
                ? Buffer.from(body)
                    .toString()
                    .match(/<Key>[^<]*/gu)
                : null;
            hasFiles = keys === null || keys.some((key) => !key.includes('/'));
            return operation.run(call);
          },
        };
      },
    };
  },
} satisfies Deviation;

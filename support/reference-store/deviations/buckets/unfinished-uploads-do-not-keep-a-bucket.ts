import { Refusal } from '../../errors/refusal.ts';
import type { BucketCall } from '../../http/operation.ts';
import type { Deviation } from '../../deviation.ts';

// Riak CS deleted such a bucket, and kept the upload for the next bucket of that name (basho/riak_cs issue 475).
export default {
  clause: 'BKT-19',
  mistake: 'Looks for objects only before it deletes a bucket, as S3 does.',
  caughtAs: 'expected 409 BucketNotEmpty, got 204',
  deviate({ buckets, route }) {
    let holdsObjects = true;
    return {
      buckets: {
        remove: (bucket, isEmpty, view) => buckets.remove(bucket, isEmpty || !holdsObjects, view),
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
            holdsObjects = body instanceof Uint8Array && Buffer.from(body).includes('<Contents>');
            return operation.run(call);
          },
        };
      },
    };
  },
} satisfies Deviation;

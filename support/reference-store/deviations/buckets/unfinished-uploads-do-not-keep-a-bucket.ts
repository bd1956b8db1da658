import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

const ofUploads = new Set(['InitiateMultipartUpload', 'UploadPart']);

// Riak CS deleted such a bucket, and kept the upload for the next bucket of that name (basho/riak_cs issue 475).
export default {
  clause: 'BKT-19',
  mistake: 'Looks for objects only before it deletes a bucket, as S3 does.',
  caughtAs: 'expected 409 BucketNotEmpty, got 204',
  deviate({ buckets, route }) {
    const withObjects = new Set<string>();
    return {
      buckets: {
        remove: (bucket, isEmpty, view) => buckets.remove(bucket, isEmpty || !withObjects.has(bucket.name), view),
      },
      route(request, address, operations) {
        const operation = route(request, address, operations);
        if (operation instanceof Refusal || address.scope === 'service') return operation;
        const isWrite = operation.method === 'PUT' || operation.method === 'POST';
        const isOnBucket = operation.scope === 'bucket' && operation.method === 'PUT';
        if (isWrite && !isOnBucket && !ofUploads.has(operation.name)) withObjects.add(address.bucket);
        return operation;
      },
    };
  },
} satisfies Deviation;

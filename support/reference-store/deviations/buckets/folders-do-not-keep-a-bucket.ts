import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-18',
  mistake: 'Looks for files in the folder of the bucket before it deletes it, but not in the folders below.',
  caughtAs: 'expected 409 BucketNotEmpty, got 204',
  deviate({ buckets, route }) {
    const withFiles = new Set<string>();
    return {
      buckets: {
        remove: (bucket, isEmpty, view) => buckets.remove(bucket, isEmpty || !withFiles.has(bucket.name), view),
      },
      route(request, address, operations) {
        const operation = route(request, address, operations);
        const isWrite = !(operation instanceof Refusal) && operation.method !== 'GET' && operation.method !== 'HEAD';
        if (isWrite && address.scope === 'object' && !address.key.includes('/')) withFiles.add(address.bucket);
        // PostObject and DeleteMultipleObjects name their objects in the body.
        if (isWrite && address.scope === 'bucket' && operation.method === 'POST') withFiles.add(address.bucket);
        return operation;
      },
    };
  },
} satisfies Deviation;

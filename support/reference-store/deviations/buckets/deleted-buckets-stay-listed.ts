import type { BucketRecord } from '../../buckets/bucket-record.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSB-11',
  mistake: 'Lists the buckets from an index that a deletion does not reach.',
  caughtAs: 'expected a listing without the bucket, got one with it',
  deviate({ buckets }) {
    const deleted = new Map<string, BucketRecord>();
    return {
      buckets: {
        put(creation, existing, view) {
          deleted.delete(creation.name);
          return buckets.put(creation, existing, view);
        },
        remove(bucket, isEmpty, view) {
          if (isEmpty) deleted.set(bucket.name, bucket);
          return buckets.remove(bucket, isEmpty, view);
        },
        visible: (principal, view) =>
          buckets.visible(principal, {
            get: (name) => view.get(name) ?? deleted.get(name),
            list: () =>
              [...view.list(), ...deleted.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1)),
          }),
      },
    };
  },
} satisfies Deviation;

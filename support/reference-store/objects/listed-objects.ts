import type { BucketContents } from '../buckets/bucket-contents.ts';
import type { ObjectStorage } from '../storage/object-storage.ts';

/** What listings and DeleteBucket need to know about the objects of a store. */
export function contentsOf(storage: ObjectStorage): BucketContents {
  return {
    isEmpty: (bucket) => storage.isEmpty(bucket),
    *objects(bucket) {
      for (const object of storage.objects(bucket)) {
        yield { ...object, lastModified: new Date(object.lastModified), storageClass: 'Standard' };
      }
    },
  };
}

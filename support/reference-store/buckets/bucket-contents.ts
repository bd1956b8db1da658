import type { ObjectStorage } from '../storage/object-storage.ts';

/** What a listing tells about an object. */
export interface ObjectSummary {
  readonly key: string;
  readonly lastModified: Date;
  /** Without quotes. */
  readonly etag: string;
  /** `Normal`, `Multipart`, `Appendable` or `Symlink`. */
  readonly type: string;
  /** Bytes of the object as uploaded. */
  readonly size: number;
  readonly storageClass: string;
}

/** What this room needs to know about the objects in a bucket. */
export interface BucketContents {
  isEmpty(bucket: string): boolean;
  /** Ascending by the UTF-8 bytes of the key. */
  objects(bucket: string): Iterable<ObjectSummary>;
}

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

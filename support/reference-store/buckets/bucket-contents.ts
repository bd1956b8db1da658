import type { ObjectStorage } from '../storage/object-storage.ts';

/** An object as a listing shows it. */
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

/** What bucket operations need to know about the objects in a bucket. */
export interface BucketContents {
  isEmpty(bucket: string): boolean;
  /** Ascending by the UTF-8 bytes of the key; can be read more than once. */
  objects(bucket: string): Iterable<ObjectSummary>;
}

/** The contents of the buckets of a store. */
export function contentsOf(storage: ObjectStorage): BucketContents {
  return {
    isEmpty: (bucket) => storage.isEmpty(bucket),
    objects: (bucket) => ({
      *[Symbol.iterator]() {
        for (const object of storage.objects(bucket)) {
          const { lastModified, storageClass = 'Standard' } = object;
          yield { ...object, lastModified: new Date(lastModified), storageClass };
        }
      },
    }),
  };
}

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

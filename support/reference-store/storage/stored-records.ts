import type { ObjectTraits } from '../objects/object-traits.ts';

/** How an object was created: decides the form of its ETag, and whether it can be appended to. */
export type ObjectType = 'Normal' | 'Appendable' | 'Multipart';

/** One body file. An appended-to or multipart object has several, in order. */
export interface Extent {
  /** Name of the file that holds the bytes. */
  readonly file: string;
  /** Plaintext bytes. */
  readonly size: number;
  /** Base64, 32 bytes: derives the extent's key from the object's data key. `null` if the bytes are stored plain. */
  readonly salt: string | null;
}

/** How an object is encrypted, and what opens it together with the master key. */
export interface EncryptionDescription {
  /** As in `x-oss-server-side-encryption`. */
  readonly method: 'AES256' | 'SM4' | 'KMS';
  /** The cipher of the bytes. */
  readonly dataAlgorithm: 'AES256' | 'SM4';
  /** The KMS key, for SSE-KMS only. */
  readonly keyId: string | null;
  /** Base64. */
  readonly wrappedDataKey: string;
}

/**
 * Headers that are stored with an object and returned with it: lower-case names, e.g. `content-type`,
 * `x-oss-meta-author`.
 */
export type StoredHeaders = Readonly<Record<string, string>>;

/** Everything known about an object except its bytes. */
export interface ObjectRecord extends ObjectTraits {
  readonly key: string;
  readonly type: ObjectType;
  /** Plaintext bytes; also the next append position of an appendable object. */
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
  /** Decimal, over the plaintext. Absent in records from before the store kept it. */
  readonly crc64?: string;
  /** Base64; known for objects that were uploaded in one request. */
  readonly contentMd5: string | null;
  /** Milliseconds since the epoch. */
  readonly lastModified: number;
  readonly headers: StoredHeaders;
  readonly extents: readonly Extent[];
  readonly encryption: EncryptionDescription | null;
  /** Base64: authenticates the rest of an encrypted object's record with its data key. */
  readonly seal: string | null;
  /** The upload the object was completed from. */
  readonly uploadId: string | null;
}

/** A multipart upload in progress. */
export interface UploadRecord extends ObjectTraits {
  readonly uploadId: string;
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly initiated: number;
  readonly headers: StoredHeaders;
  readonly encryption: EncryptionDescription | null;
  /** Parts arrive in order. */
  readonly isSequential?: true;
}

export interface PartRecord {
  readonly partNumber: number;
  /** Without quotes. */
  readonly etag: string;
  /** Absent in records from before the store kept it. */
  readonly crc64?: string;
  /** Milliseconds since the epoch. */
  readonly lastModified: number;
  readonly extent: Extent;
}

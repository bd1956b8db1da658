/** The part of ali-oss 6.23.0 that the development tests and the bench call. The package has no types. */
declare module 'ali-oss' {
  interface Options {
    readonly endpoint: string;
    /** With the prefix of endpoints, e.g. `oss-cn-hangzhou`. */
    readonly region: string;
    readonly accessKeyId: string;
    readonly accessKeySecret: string;
    readonly stsToken?: string;
    /** Milliseconds. Without it, and without a function that fetches a new one, a token brings a warning. */
    readonly refreshSTSTokenInterval?: number;
    /** Path style. An IP endpoint without it is asked for `BUCKET.oss-REGION.aliyuncs.com` in the Host header. */
    readonly sldEnable: boolean;
    readonly authorizationV4: boolean;
  }

  interface Response {
    readonly status: number;
    /** By lower-cased name. */
    readonly headers: Readonly<Record<string, string>>;
  }
  interface Answered {
    readonly res: Response;
  }

  interface EncryptionRule {
    readonly SSEAlgorithm: string;
    readonly KMSMasterKeyID?: string;
  }
  interface Headers {
    readonly headers?: Readonly<Record<string, string>>;
  }
  interface Upload extends Headers {
    readonly meta?: Readonly<Record<string, string>>;
    readonly mime?: string;
  }
  interface ListedObject {
    readonly name: string;
    readonly size: number;
    readonly etag: string;
    readonly type: string;
  }
  interface Page extends Answered {
    readonly objects: readonly ListedObject[];
    readonly prefixes: readonly string[] | null;
    readonly isTruncated: boolean;
  }
  type Versions = Omit<Page, 'objects'> & {
    readonly objects: readonly { readonly name: string; readonly versionId: string; readonly isLatest: boolean }[];
  };
  interface CorsRule {
    readonly allowedOrigin: string | readonly string[];
    readonly allowedMethod: string | readonly string[];
    readonly allowedHeader?: string | readonly string[];
    readonly exposeHeader?: string | readonly string[];
    readonly maxAgeSeconds?: number;
  }
  interface Part {
    readonly number: number;
    readonly etag: string;
  }

  /** What is thrown for an answer that is none of the expected ones; `name` is the code followed by `Error`. */
  export interface RequestError extends Error {
    readonly status: number;
    readonly code: string;
    readonly requestId: string;
  }

  export default class OSS {
    constructor(options: Options);
    readonly options: {
      readonly endpoint: { readonly href: string };
      readonly region: string;
      readonly bucket: string;
      readonly accessKeyId: string;
    };
    useBucket(name: string): this;

    putBucket(name: string, options?: { readonly storageClass?: string }): Promise<Answered>;
    deleteBucket(name: string): Promise<Answered>;
    listBuckets(query: Readonly<Record<string, string | number>>): Promise<
      Answered & {
        readonly buckets: readonly { readonly name: string }[] | null;
        readonly isTruncated: boolean;
        readonly nextMarker: string | null;
      }
    >;
    getBucketInfo(name: string): Promise<{
      readonly bucket: {
        readonly Name: string;
        readonly StorageClass: string;
        readonly ServerSideEncryptionRule?: Readonly<Record<string, string>>;
      };
    }>;
    getBucketLocation(name: string): Promise<{ readonly location: string }>;
    getBucketACL(name: string): Promise<{ readonly acl: string; readonly owner: { readonly id: string } }>;
    getBucketPolicy(name: string): Promise<{ readonly policy: unknown; readonly status: number }>;
    getBucketVersioning(name: string): Promise<{ readonly versionStatus?: string }>;
    getBucketVersions(query: Readonly<Record<string, string | number>>): Promise<Versions>;
    listObjectVersions(query: Readonly<Record<string, string | number>>): Promise<Versions>;

    putBucketCORS(name: string, rules: readonly CorsRule[]): Promise<Answered>;
    getBucketCORS(name: string): Promise<Answered & { readonly rules: readonly CorsRule[] }>;
    deleteBucketCORS(name: string): Promise<Answered>;
    putBucketEncryption(name: string, rule: EncryptionRule): Promise<{ readonly status: number }>;
    getBucketEncryption(name: string): Promise<{ readonly encryption: EncryptionRule; readonly status: number }>;
    deleteBucketEncryption(name: string): Promise<{ readonly status: number }>;

    put(name: string, file: Buffer, options?: Upload): Promise<Answered>;
    /** In chunks where `contentLength` is missing, as in all tests here. */
    putStream(name: string, stream: NodeJS.ReadableStream, options?: Upload): Promise<Answered>;
    append(
      name: string,
      file: Buffer,
      options?: { readonly position?: number } & Headers,
    ): Promise<Answered & { readonly nextAppendPosition: string }>;
    get(name: string, options?: Headers): Promise<Answered & { readonly content: Buffer }>;
    getStream(name: string): Promise<{ readonly stream: NodeJS.ReadableStream }>;
    head(
      name: string,
      options?: Headers,
    ): Promise<Answered & { readonly status: number; readonly meta: Readonly<Record<string, string>> | null }>;
    getObjectMeta(name: string): Promise<Answered>;
    copy(
      name: string,
      source: string,
      options?: Headers,
    ): Promise<Answered & { readonly data: { readonly etag: string } }>;
    putMeta(name: string, meta: Readonly<Record<string, string>>): Promise<Answered>;
    getACL(name: string): Promise<Answered & { readonly acl: string }>;
    putACL(name: string, acl: string): Promise<Answered>;
    putObjectTagging(name: string, tags: Readonly<Record<string, string>>): Promise<Answered>;
    getObjectTagging(name: string): Promise<Answered>;
    deleteObjectTagging(name: string): Promise<Answered>;
    putSymlink(name: string, target: string): Promise<Answered>;
    getSymlink(name: string): Promise<Answered>;
    restore(name: string): Promise<Answered>;
    processObjectSave(source: string, target: string, process: string): Promise<Answered>;
    postAsyncFetch(name: string, url: string): Promise<Answered>;
    getAsyncFetch(taskId: string): Promise<Answered>;
    delete(name: string): Promise<Answered>;
    deleteMulti(
      names: readonly string[],
      options?: { readonly quiet?: boolean },
    ): Promise<{ readonly deleted: readonly { readonly Key: string }[] }>;
    list(query: Readonly<Record<string, string | number>>): Promise<Page & { readonly nextMarker: string | null }>;
    listV2(
      query: Record<string, string | number>,
    ): Promise<Page & { readonly keyCount: number; readonly nextContinuationToken: string | null }>;

    multipartUpload(
      name: string,
      file: Buffer,
      options: { readonly partSize: number; readonly parallel?: number } & Headers,
    ): Promise<Answered & { readonly etag: string }>;
    multipartUploadCopy(
      name: string,
      source: { readonly sourceKey: string; readonly sourceBucketName: string },
      options: { readonly partSize: number },
    ): Promise<Answered & { readonly etag: string }>;
    initMultipartUpload(name: string, options?: Headers): Promise<Answered & { readonly uploadId: string }>;
    uploadPart(
      name: string,
      uploadId: string,
      partNumber: number,
      file: string,
      start: number,
      end: number,
    ): Promise<Answered & { readonly etag: string }>;
    uploadPartCopy(
      name: string,
      uploadId: string,
      partNumber: number,
      range: string,
      source: { readonly sourceKey: string; readonly sourceBucketName: string },
    ): Promise<Answered>;
    completeMultipartUpload(name: string, uploadId: string, parts: readonly Part[]): Promise<Answered>;
    abortMultipartUpload(name: string, uploadId: string): Promise<Answered>;
    listUploads(query: Readonly<Record<string, string | number>>): Promise<{
      readonly uploads: readonly { readonly name: string; readonly uploadId: string }[];
      readonly isTruncated: boolean;
    }>;
    listParts(
      name: string,
      uploadId: string,
    ): Promise<{ readonly parts: readonly { readonly PartNumber: string; readonly Size: string }[] }>;

    /** V1; refuses an IP endpoint. */
    signatureUrl(name: string, options?: { readonly expires?: number; readonly method?: string }): string;
    asyncSignatureUrl(name: string, options?: { readonly expires?: number; readonly method?: string }): Promise<string>;
    /** The fields of a form for PostObject, signed by V1. */
    calculatePostSignature(policy: Readonly<Record<string, unknown>>): Readonly<Record<string, string>>;
    signPostObjectPolicyV4(policy: Readonly<Record<string, unknown>>, date: Date): string;
    signatureUrlV4(
      method: string,
      expires: number,
      request: { readonly headers?: Readonly<Record<string, string>> },
      name: string,
      additionalHeaders?: readonly string[],
    ): Promise<string>;

    /** Signs; the bench calls them as `request` does. */
    authorization(method: string, resource: string, subResource: string, headers: Record<string, string>): string;
    authorizationV4(
      method: string,
      request: { readonly headers: Record<string, string>; readonly queries: Readonly<Record<string, string | null>> },
      bucket: string,
      object?: string,
    ): string;
  }
}

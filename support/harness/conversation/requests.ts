import { createHash } from 'node:crypto';
import type { OssRequest } from '../../client/request.ts';

/** The requests of the suite, as a good client sends them. A RequestDraft changes them for a scenario. */

export function listBuckets(maxKeys: number): OssRequest {
  return { method: 'GET', query: [['max-keys', String(maxKeys)]], headers: [] };
}

/** What a PutBucket says about the new bucket. */
export type BucketCreation = Pick<OssRequest, 'headers' | 'body'>;

export function putBucket(bucket: string, creation: BucketCreation = { headers: [] }): OssRequest {
  return { method: 'PUT', bucket, query: [], ...creation };
}

export function getBucketInfo(bucket: string): OssRequest {
  return { method: 'GET', bucket, query: [['bucketInfo']], headers: [] };
}

/** Base64 of the sixteen raw bytes, not of their hexadecimal form (ENV-25). */
export function contentMd5(body: Uint8Array): string {
  return createHash('md5').update(body).digest('base64');
}

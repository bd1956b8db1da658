import { createHash } from 'node:crypto';
import type { HeaderPair, OssRequest } from '../../client/request.ts';

/** The requests of the suite, as a good client sends them. A RequestDraft changes them for a scenario. */

export function listBuckets(maxKeys: number): OssRequest {
  return { method: 'GET', query: [['max-keys', String(maxKeys)]], headers: [] };
}

export function putBucket(bucket: string, headers: readonly HeaderPair[] = []): OssRequest {
  return { method: 'PUT', bucket, query: [], headers };
}

export function getBucketInfo(bucket: string): OssRequest {
  return { method: 'GET', bucket, query: [['bucketInfo']], headers: [] };
}

/** Base64 of the sixteen raw bytes, not of their hexadecimal form (ENV-25). */
export function contentMd5(body: Uint8Array): string {
  return createHash('md5').update(body).digest('base64');
}

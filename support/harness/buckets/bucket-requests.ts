import type { OssRequest, QueryParameter } from '../../client/request.ts';
import type { BucketCreation } from '../conversation/requests.ts';

/** Requests about a bucket as a whole. */

/** A property that a PutBucket asks for. */
type AskedProperty = 'StorageClass' | 'DataRedundancyType';

/** Names the property, as the clients write it. */
export function askingFor(property: AskedProperty, value: string): BucketCreation {
  return byDocument(`<CreateBucketConfiguration><${property}>${value}</${property}></CreateBucketConfiguration>`);
}

export function byDocument(document: string): BucketCreation {
  return { headers: [['Content-Type', 'application/xml']], body: Buffer.from(document) };
}

export function deleteBucket(bucket: string): OssRequest {
  return { method: 'DELETE', bucket, query: [], headers: [] };
}

export function getBucketAcl(bucket: string): OssRequest {
  return { method: 'GET', bucket, query: [['acl']], headers: [] };
}

export function getBucketLocation(bucket: string): OssRequest {
  return { method: 'GET', bucket, query: [['location']], headers: [] };
}

/** The account may have any number of other buckets, so only those whose names begin like that one are asked for. */
export function listBucketsNamed(bucket: string, more: readonly QueryParameter[]): OssRequest {
  return { method: 'GET', query: [['prefix', bucket], ...more], headers: [] };
}

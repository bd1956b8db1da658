import type { HeaderPair, OssRequest, QueryParameter } from '../../client/request.ts';
import { contentMd5 } from '../conversation/requests.ts';

/** The requests of the encryption sub-resource, as a good client sends them. */

const encryption: readonly QueryParameter[] = [['encryption']];

export function putBucketEncryption(bucket: string, xml: string): OssRequest {
  const body = new TextEncoder().encode(xml);
  const headers: HeaderPair[] = [
    ['Content-Type', 'application/xml'],
    ['Content-MD5', contentMd5(body)],
  ];
  return { method: 'PUT', bucket, query: encryption, headers, body };
}

export function getBucketEncryption(bucket: string): OssRequest {
  return { method: 'GET', bucket, query: encryption, headers: [] };
}

export function deleteBucketEncryption(bucket: string): OssRequest {
  return { method: 'DELETE', bucket, query: encryption, headers: [] };
}

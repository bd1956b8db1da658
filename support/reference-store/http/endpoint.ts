import { Refusal } from '../errors/refusal.ts';

/**
 * AUTH-40, ENV-24: a bucket is reached by its own region's endpoint. Addresses
 * and names that carry no region (loopback, acceleration) are good for all.
 */
export function judgeEndpoint(host: string, bucket: string, region: string): Refusal | null {
  const named = /(?:^|\.)oss-([a-z0-9-]+?)(?:-internal)?\./i.exec(host)?.[1]?.toLowerCase();
  if (named === undefined || named === region || named.startsWith('accelerate')) return null;
  return new Refusal({
    status: 403,
    code: 'AccessDenied',
    message:
      'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.',
    details: [
      ['Bucket', bucket],
      ['Endpoint', `oss-${region}.aliyuncs.com`],
    ],
  });
}

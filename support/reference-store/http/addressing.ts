import { Refusal } from '../errors/refusal.ts';
import { percentDecode } from './request-target.ts';
import type { StoreRequest } from './store-request.ts';

/** The resource of a request, in either addressing style. */
export type Address =
  | { readonly scope: 'service' }
  | { readonly scope: 'bucket'; readonly bucket: string }
  | { readonly scope: 'object'; readonly bucket: string; readonly key: string };

export type Scope = Address['scope'];

/**
 * AUTH-44: the bucket is the first label of the host name (virtual-hosted style) or the first segment of the path (path
 * style). This store accepts both on every endpoint, so that it works without wildcard DNS.
 */
export function addressOf(request: StoreRequest): Address | Refusal {
  const bucketOfHost = readHost(request.host);
  if (bucketOfHost instanceof Refusal) return bucketOfHost;
  // The path was found to be percent-encoded UTF-8 when the request was read.
  const path = (percentDecode(request.path) ?? '').slice(1);
  if (bucketOfHost !== null) return bucketOrObject(bucketOfHost, path);
  if (path === '') return { scope: 'service' };
  const slash = path.indexOf('/');
  return slash < 0 ? bucketOrObject(path, '') : bucketOrObject(path.slice(0, slash), path.slice(slash + 1));
}

function bucketOrObject(bucket: string, key: string): Address {
  return key === '' ? { scope: 'bucket', bucket } : { scope: 'object', bucket, key };
}

/** The bucket in a host name; `null` for an endpoint of the whole service. */
function readHost(host: string): string | null | Refusal {
  const name = host.replace(/:\d*$/, '').toLowerCase();
  const dot = name.indexOf('.');
  // The longer name first: a bucket may itself be called `oss-something`.
  if (dot > 0 && canCarryBucket(name.slice(dot + 1))) return host.slice(0, dot);
  if (isService(name)) return null;
  return new Refusal({
    status: 403,
    code: 'NonStandardHostForbidden',
    message: 'Your host is invalid. Please use Open Storage Service standard host.',
  });
}

/**
 * The caller's name for this store, without a bucket. Documents contain it, so that clients that follow them stay here.
 */
export function endpointOf({ host }: StoreRequest): string {
  if (host === '') return 'localhost';
  const bucket = readHost(host);
  return typeof bucket === 'string' ? host.slice(bucket.length + 1) : host;
}

/** The URL of an object, at the endpoint and in the addressing style of the caller. */
export function objectUrl(request: StoreRequest, bucket: string, key: string): string {
  const path = readHost(request.host) === null ? [bucket, key] : [key];
  return `${request.scheme}://${request.host || endpointOf(request)}/${path.map(encodeURIComponent).join('/')}`;
}

function canCarryBucket(name: string): boolean {
  return name === 'localhost' || isIpv4(name) || isOssEndpoint(name);
}

/** On loopback, people use addresses and single labels, and HTTP/1.0 has no host at all. */
function isService(name: string): boolean {
  return isIpv4(name) || isOssEndpoint(name) || /^\[.*\]$/.test(name) || !name.includes('.');
}

function isIpv4(name: string): boolean {
  return /^(\d+\.){3}\d+$/.test(name);
}

/** `oss.…` or `oss-REGION.…`, whatever the domain. */
function isOssEndpoint(name: string): boolean {
  return /^oss(-[a-z0-9-]+)?\../.test(name);
}

/**
 * AUTH-40, ENV-24: a bucket is reached by its own region's endpoint. Addresses and names without a region (loopback,
 * acceleration) serve every region.
 */
export function checkEndpoint(host: string, bucket: string, region: string): Refusal | null {
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

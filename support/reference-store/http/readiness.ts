import { endpointOf } from './addressing.ts';
import type { Answer } from './answer.ts';
import type { StoreRequest } from './store-request.ts';

/** `_` is not a bucket name, so no client requests this by chance. */
const path = '/_/ready';

export function isReadinessPath(target: string): boolean {
  return target === path;
}

/** Whether a container's health check, or a test that waits, asks if the store listens. It needs no signature. */
export function isReadinessRequest(request: StoreRequest): boolean {
  const { method, target, host } = request;
  // At the host name of a bucket, the same path names an object.
  return isReadinessPath(target) && (method === 'GET' || method === 'HEAD') && endpointOf(request) === host;
}

export const ready: Answer = { status: 200, headers: [['Content-Type', 'text/plain']], body: Buffer.from('ready\n') };

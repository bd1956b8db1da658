import { RequestBody } from '../http/request-body.ts';
import { readRequestTarget } from '../http/request-target.ts';
import { headerValue } from '../http/store-request.ts';
import type { HeaderPair, StoreRequest } from '../http/store-request.ts';

/** A request as the store reads it from a socket. */
export function storeRequest(parts: {
  readonly method: string;
  readonly target: string;
  readonly headers?: readonly HeaderPair[];
}): StoreRequest {
  const { method, target, headers = [] } = parts;
  const read = readRequestTarget(target);
  if (read === null) throw new Error(`${target} is no request target`);
  return {
    id: '000000000000000000000000',
    receivedAt: new Date(0),
    scheme: 'http',
    method,
    target,
    path: read.path,
    query: read.query,
    headers,
    host: headerValue(headers, 'host') ?? '',
    body: new RequestBody(null),
  };
}

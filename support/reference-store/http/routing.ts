import { subResourceNames } from '../../oss-api/query-parameters.ts';
import { Refusal, invalidArgument } from '../errors/refusal.ts';
import type { Address } from './addressing.ts';
import type { Operation } from './operation.ts';
import type { StoreRequest } from './store-request.ts';

/**
 * Includes those that this store does not offer: a store that ignores `?lifecycle` on a DELETE removes the bucket
 * (ENV-27).
 */
const subResources: ReadonlySet<string> = new Set(subResourceNames);

/** The operation of a request. */
export function route(request: StoreRequest, address: Address, operations: readonly Operation[]): Operation | Refusal {
  const onResource = operations.filter(({ scope }) => scope === address.scope);
  // A preflight has the URL of the request that the browser wants to send, including the query.
  const preflight = onResource.find(({ method }) => method === 'OPTIONS');
  if (request.method === 'OPTIONS' && preflight !== undefined) return preflight;
  const selectors = selectingParameters(request, onResource);
  // Two sub-resources at once are undocumented (PBE-37). A wrong guess could delete the wrong thing.
  if (selectors.length > 1)
    return invalidArgument('A request may name one sub-resource.', { name: selectors.join('&') });
  const [subResource = null] = selectors;
  const candidates = onResource.filter((operation) => operation.subResource === subResource);
  if (candidates.length === 0) return notImplemented(subResource);
  // HEAD is GET without the body, unless there is a separate operation (GBE-17).
  const methods = request.method === 'HEAD' ? ['HEAD', 'GET'] : [request.method];
  const found = methods
    .map((method) => candidates.find((operation) => operation.method === method))
    .find((operation) => operation !== undefined);
  return found ?? methodNotAllowed(request.method, candidates, subResource ?? address.scope);
}

/** Unknown parameters select nothing: OSS treats them as plain query parameters (ENV-27). */
function selectingParameters(request: StoreRequest, operations: readonly Operation[]): readonly string[] {
  const names = new Set(request.query.map(([name]) => name));
  return [...names].filter(
    (name) => subResources.has(name) || operations.some(({ subResource }) => subResource === name),
  );
}

/** ENV-18; the documented status is 400, not 501. `header` is a header or a sub-resource. */
export function notImplemented(header: string | null): Refusal {
  return new Refusal({
    status: 400,
    code: 'NotImplemented',
    message: 'A header you provided implies functionality that is not implemented.',
    details: header === null ? [] : [['Header', header]],
  });
}

/** ENV-17: the methods of `Allow` are separated by spaces. */
function methodNotAllowed(method: string, candidates: readonly Operation[], resourceType: string): Refusal {
  const allowed = new Set(candidates.map((operation) => operation.method));
  if (allowed.has('GET')) allowed.add('HEAD');
  return new Refusal({
    status: 405,
    code: 'MethodNotAllowed',
    message: 'The specified method is not allowed against this resource.',
    headers: [['Allow', [...allowed].join(' ')]],
    details: [
      ['Method', method],
      ['ResourceType', resourceType],
    ],
  });
}

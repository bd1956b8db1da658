import { authenticate } from '../authentication/authenticate.ts';
import { documentedAuthentication } from '../authentication/behaviour.ts';
import { Refusal, invalidArgument } from '../errors/refusal.ts';
import { xmlAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import { queryValue } from '../http/store-request.ts';
import { emptyListing, startIncompatibleServer } from './incompatible-server.ts';
import type { IncompatibleServer, IncompatibleServerCall } from './incompatible-server.ts';

/**
 * Behaves like a gateway in front of other stores: V1 signatures are checked, a
 * request for `?encryption` that passes makes it drop the connection, and
 * `DELETE ?encryption` is answered 501 with an empty request id.
 */
export function startDroppingGateway(): Promise<IncompatibleServer> {
  return startIncompatibleServer(respond);
}

function respond(call: IncompatibleServerCall): Answer {
  const { request, address, buckets } = call;
  const refused = refusalOfSignature(call);
  if (refused) return refusal(refused.status, refused.code);
  if (address.scope === 'service')
    return xmlAnswer(200, '<ListAllMyBucketsResult><Buckets></Buckets></ListAllMyBucketsResult>');
  if (queryValue(request.query, 'encryption') !== undefined)
    return request.method === 'DELETE'
      ? refusal(501, 'NotImplemented')
      : { status: 200, headers: [], body: null, delivery: 'drop' };
  const { bucket } = address;
  switch (request.method) {
    case 'PUT':
      buckets.add(bucket);
      return { status: 200, headers: [], body: null };
    case 'DELETE':
      return buckets.delete(bucket) ? { status: 204, headers: [], body: null } : refusal(404, 'NoSuchBucket');
    default:
      return buckets.has(bucket) ? xmlAnswer(200, emptyListing(bucket)) : refusal(404, 'NoSuchBucket');
  }
}

function refusalOfSignature({ request, address, keys }: IncompatibleServerCall): Refusal | null {
  const onlyV1 = {
    ...documentedAuthentication,
    scope: () => invalidArgument('Authorization header is invalid.'),
  };
  const principal = authenticate(onlyV1, { request, address, keys, region: '', now: new Date() });
  if (principal instanceof Refusal) return principal;
  return principal.kind === 'anonymous' ? new Refusal({ status: 403, code: 'AccessDenied', message: '' }) : null;
}

function refusal(status: number, code: string): Answer {
  const document = `<Error><Code>${code}</Code><Message>${code}</Message><RequestId></RequestId></Error>`;
  const { headers, ...rest } = xmlAnswer(status, document);
  return { ...rest, headers: [['x-oss-request-id', ''], ...headers] };
}

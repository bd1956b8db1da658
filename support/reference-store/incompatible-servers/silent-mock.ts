import { xmlAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import { queryValue } from '../http/store-request.ts';
import { emptyListing, startIncompatibleServer } from './incompatible-server.ts';
import type { IncompatibleServer, IncompatibleServerCall } from './incompatible-server.ts';

/**
 * Behaves like the OSS mock of a table format's tests: `GET ?encryption` is
 * never answered, `PUT ?encryption` creates the bucket and answers 409 from then
 * on, `DELETE ?encryption` removes it. Nothing carries a request id.
 */
export function startSilentMock(): Promise<IncompatibleServer> {
  return startIncompatibleServer(respond);
}

function respond({ request, address, buckets }: IncompatibleServerCall): Answer {
  if (address.scope === 'service')
    return xmlAnswer(200, '<ListAllMyBucketsResult><Buckets></Buckets></ListAllMyBucketsResult>');
  const { bucket } = address;
  const asksForRule = queryValue(request.query, 'encryption') !== undefined;
  switch (request.method) {
    case 'PUT':
      if (buckets.has(bucket)) return refusal(409, 'BucketAlreadyExists');
      buckets.add(bucket);
      return { status: 200, headers: [], body: null };
    case 'DELETE':
      return buckets.delete(bucket) ? { status: 204, headers: [], body: null } : refusal(404, 'NoSuchBucket');
    default:
      if (asksForRule) return { status: 200, headers: [], body: null, delivery: 'silence' };
      return buckets.has(bucket) ? xmlAnswer(200, emptyListing(bucket)) : refusal(404, 'NoSuchBucket');
  }
}

function refusal(status: number, code: string): Answer {
  return xmlAnswer(status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

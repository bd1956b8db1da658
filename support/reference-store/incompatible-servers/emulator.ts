import { randomBytes } from 'node:crypto';
import { xmlAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import { emptyListing, startIncompatibleServer } from './incompatible-server.ts';
import type { IncompatibleServer, IncompatibleServerCall } from './incompatible-server.ts';

/**
 * Behaves like the vendor's own emulator (ENV-27, ENV-28): signatures are never
 * checked and sub-resources are ignored, so `PUT ?encryption` creates the
 * bucket whatever its body says, `GET ?encryption` lists it and
 * `DELETE ?encryption` removes it.
 */
export function startEmulator(): Promise<IncompatibleServer> {
  return startIncompatibleServer(respond);
}

function respond({ request, address, buckets }: IncompatibleServerCall): Answer {
  if (address.scope === 'service') return answer(xmlAnswer(200, listBuckets(buckets)));
  const { bucket } = address;
  switch (request.method) {
    case 'PUT':
      buckets.add(bucket);
      return answer({ status: 200, headers: [], body: null });
    case 'DELETE':
      return buckets.delete(bucket) ? answer({ status: 200, headers: [], body: null }) : noSuchBucket();
    default:
      return buckets.has(bucket) ? answer(xmlAnswer(200, emptyListing(bucket))) : noSuchBucket();
  }
}

function answer({ status, headers, body }: Answer): Answer {
  const requestId = randomBytes(12).toString('hex').toUpperCase();
  return { status, body, headers: [['Server', 'AliyunOSS'], ['x-oss-request-id', requestId], ...headers] };
}

/** With two Server headers and an empty bucket name. */
function noSuchBucket(): Answer {
  const document =
    '<?xml version="1.0" encoding="UTF-8"?><Error><Code>NoSuchBucket</Code><Message>The bucket does not exist.</Message><BucketName></BucketName></Error>';
  const { headers, ...rest } = answer(xmlAnswer(404, document));
  return { ...rest, headers: [...headers, ['Server', 'WEBrick']] };
}

function listBuckets(buckets: ReadonlySet<string>): string {
  const entries = Array.from(buckets, (name) => `<Bucket><Name>${name}</Name></Bucket>`).join('');
  return `<ListAllMyBucketsResult><Buckets>${entries}</Buckets></ListAllMyBucketsResult>`;
}

import { randomBytes } from 'node:crypto';
import { xmlAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { HeaderPair } from '../http/store-request.ts';
import { EmulatedObjects } from './emulated-objects.ts';
import { startIncompatibleServer } from './incompatible-server.ts';
import type { IncompatibleServer, IncompatibleServerCall } from './incompatible-server.ts';

/**
 * Behaves like the vendor's own emulator (ENV-27, ENV-28): signatures are never
 * checked and sub-resources are ignored, so `PUT ?encryption` creates the
 * bucket whatever its body says, `GET ?encryption` lists it and
 * `DELETE ?encryption` removes it.
 */
export function startEmulator(): Promise<IncompatibleServer> {
  const buckets = new Set<string>();
  const objects = new EmulatedObjects((name) => buckets.add(name));
  return startIncompatibleServer((call) => respond(call, objects), buckets);
}

async function respond(
  { request, address, buckets }: IncompatibleServerCall,
  objects: EmulatedObjects,
): Promise<Answer> {
  if (address.scope === 'service') return answer(xmlAnswer(200, listBuckets(buckets)));
  const { bucket } = address;
  // An upload that breaks off leaves an empty object.
  const body = Buffer.from((await request.body.readWhole(mostBytes).catch(() => null)) ?? '');
  if (address.scope === 'object') return answer(objects.answer({ request, bucket, key: address.key, body }));
  switch (request.method) {
    case 'PUT':
      buckets.add(bucket);
      return answer({ status: 200, headers: [], body: null });
    case 'POST':
      return answer(objects.deleteAll(bucket, body));
    case 'DELETE':
      if (!objects.isEmpty(bucket)) return answer(xmlAnswer(409, '<Error><Code>BucketNotEmpty</Code></Error>'));
      return buckets.delete(bucket) ? answer({ status: 200, headers: [], body: null }) : noSuchBucket();
    default:
      return buckets.has(bucket) ? answer(objects.list(bucket)) : noSuchBucket();
  }
}

const mostBytes = 16 * 1024 * 1024;

function answer({ status, headers, body }: Answer): Answer {
  const requestId = randomBytes(12).toString('hex').toUpperCase();
  const common: HeaderPair[] = [
    ['Server', 'AliyunOSS'],
    ['Date', new Date().toUTCString()],
    ['x-oss-request-id', requestId],
  ];
  return { status, body, headers: [...common, ...headers] };
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

import type { Deviation } from '../deviation.ts';
import { xmlAnswer, type Answer } from '../http/answer.ts';
import type { Call } from '../pipeline/call.ts';

/**
 * The reference store without one of the calls through which a suite sees the state of a store, or without request ids:
 * proxies answer 501 to unknown requests, emulators ignore sub-resources, mocks have no HEAD (facts.md 12.2).
 */
export type LackingStore = Pick<Deviation, 'deviate'>;

/** Serves the bucket itself instead of its encryption, as the official emulator does. */
export const withoutEncryption: LackingStore = {
  deviate: ({ route }) => ({
    route: (request, address, operations) =>
      route({ ...request, query: request.query.filter(([name]) => name !== 'encryption') }, address, operations),
  }),
};

/** Is behind a proxy that does not know `?encryption`. */
export const refusingEncryption = notImplemented(({ request }) =>
  request.query.some(([name]) => name === 'encryption'),
);

export const withoutHead = notImplemented(({ request }) => request.method === 'HEAD');

export const withoutListing = notImplemented(
  ({ operation }) => operation?.name === 'ListObjects' || operation?.name === 'ListObjectsV2',
);

/** Is behind a proxy that only knows the first version of the listing. */
export const withoutSecondListing = notImplemented(({ operation }) => operation?.name === 'ListObjectsV2');

/** Uploads in parts, and does not tell which parts there are, as the official emulator. */
export const withoutPartListing = notImplemented(({ operation }) => operation?.name === 'ListParts');

/** Ends uploads only with their bucket. */
export const withoutAbort: LackingStore = {
  deviate: (behaviour) => ({
    ...notImplemented(({ operation }) => operation?.name === 'AbortMultipartUpload').deviate(behaviour),
    buckets: { remove: (bucket, _isEmpty, view) => behaviour.buckets.remove(bucket, true, view) },
  }),
};

/** Is behind a gateway that passes on what is inside buckets. */
export const withoutBucketCalls = notImplemented(
  ({ operation }) => operation !== null && bucketCalls.has(operation.name),
);

const bucketCalls: ReadonlySet<string> = new Set(['ListBuckets', 'GetBucketAcl', 'GetBucketLocation']);

/** Knows objects in one piece only. */
export const withoutUploads: LackingStore = {
  deviate: ({ route }) => ({
    route: (request, address, operations) =>
      route(
        request,
        address,
        operations.filter(({ subResource }) => subResource !== 'uploads' && subResource !== 'uploadId'),
      ),
  }),
};

/** Drops the ids of requests and the names of hosts from headers and errors. */
export const withoutRequestIds: LackingStore = {
  deviate: ({ errors }) => ({
    answer: (answer) => ({
      ...answer,
      headers: answer.headers.filter(([name]) => name.toLowerCase() !== 'x-oss-request-id'),
    }),
    errors: {
      document: (...refused) => {
        const { contentType, text } = errors.document(...refused);
        return { contentType, text: text.replaceAll(/<(RequestId|HostId)>[^<]*<\/\1>/gu, '') };
      },
    },
  }),
};

function notImplemented(isUnknown: (call: Call) => boolean): LackingStore {
  const document = '<Error><Code>NotImplemented</Code><Message>Not implemented.</Message></Error>';
  const refused = (call: Call, { headers }: Answer): Answer => {
    const ids = headers.filter(([name]) => name === 'x-oss-request-id' || name === 'Date');
    const answer = xmlAnswer(501, document);
    const body = call.request.method === 'HEAD' ? null : answer.body;
    return { ...answer, body, headers: [...ids, ...answer.headers] };
  };
  return { deviate: () => ({ answer: (answer, call) => (isUnknown(call) ? refused(call, answer) : answer) }) };
}

import { AccessKeys } from '../authentication/access-keys.ts';
import { Refusal } from '../errors/refusal.ts';
import { addressOf } from '../http/addressing.ts';
import type { Address } from '../http/addressing.ts';
import type { Answer } from '../http/answer.ts';
import { storeLimits } from '../http/limits.ts';
import { Listener } from '../http/listener.ts';
import { RequestReader } from '../http/request-reading.ts';
import type { StoreRequest } from '../http/store-request.ts';
import { createPrincipals } from '../store-principals.ts';
import type { PrincipalCredentials, PrincipalName } from '../store-principals.ts';

/** A server with parts of the OSS API but without bucket encryption, which a harness must survive (facts 12.2). */
export interface IncompatibleServer {
  readonly endpoint: string;
  readonly region: string;
  readonly principals: Readonly<Record<PrincipalName, PrincipalCredentials>>;
  /** The existing buckets. */
  readonly buckets: ReadonlySet<string>;
  /** `METHOD /target` of every request, oldest first. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export interface IncompatibleServerCall {
  readonly request: StoreRequest;
  readonly address: Address;
  readonly buckets: Set<string>;
  readonly keys: AccessKeys;
}

const region = 'cn-hangzhou';

export async function startIncompatibleServer(
  respond: (call: IncompatibleServerCall) => Answer | Promise<Answer>,
  buckets = new Set<string>(),
): Promise<IncompatibleServer> {
  const { keys, principals } = createPrincipals({});
  const requests: string[] = [];
  const reader = new RequestReader({ requestId: () => '' }, () => new Date(), 'http');
  const listener = await Listener.start(
    {
      async serve(message, body) {
        const { request } = reader.read(message, body);
        requests.push(`${request.method} ${request.target}`);
        const address = addressOf(request);
        return address instanceof Refusal ? badRequest : respond({ request, address, buckets, keys });
      },
      refuse: () => badRequest,
    },
    { host: '127.0.0.1', port: 0, limits: storeLimits },
  );
  return {
    endpoint: `http://127.0.0.1:${listener.port}`,
    region,
    principals,
    buckets,
    requests,
    close: () => listener.close(),
  };
}

const badRequest: Answer = { status: 400, headers: [], body: null };

/** The document that lists a bucket. */
export function emptyListing(bucket: string): string {
  return `<ListBucketResult><Name>${bucket}</Name><Prefix></Prefix><Marker></Marker><MaxKeys>100</MaxKeys><Delimiter></Delimiter><IsTruncated>false</IsTruncated></ListBucketResult>`;
}

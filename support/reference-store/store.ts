import type { ServerCertificate } from '../certificates/host-certificates.ts';
import { loadFamilies } from './family.ts';
import { storeLimits } from './http/limits.ts';
import { Listener } from './http/listener.ts';
import { isReadinessRequest, ready } from './http/readiness.ts';
import { reachableHost } from './http/reachable-host.ts';
import { RequestLog } from './http/request-log.ts';
import type { RequestLogEntry } from './http/request-log.ts';
import { refusalOf } from './http/protocol-problem.ts';
import type { Scheme } from './http/store-request.ts';
import { openContents } from './store-contents.ts';
import type { ContentsOptions, StoreContents } from './store-contents.ts';
import { accountIdOf, addKey, createPrincipals, createSessionCredentials, principalNamed } from './store-principals.ts';
import type { PrincipalCredentials, PrincipalName } from './store-principals.ts';

export interface ReferenceStoreOptions extends ContentsOptions {
  /** Default `127.0.0.1`. */
  readonly host?: string;
  /** Default 0: the system chooses. */
  readonly port?: number;
  /** Serves TLS with it. */
  readonly certificate?: ServerCertificate;
  /** How callers reach it, if a proxy speaks TLS for it; default `https` with a certificate and `http` without. */
  readonly scheme?: Scheme;
  /** Default `cn-hangzhou`. */
  readonly region?: string;
  readonly clock?: () => Date;
  /** Keys to use instead of random ones. Those with a security token never expire. */
  readonly principals?: Partial<Record<PrincipalName, PrincipalCredentials>>;
}

export interface ReferenceStore {
  /** Origin, e.g. `http://127.0.0.1:40123`. */
  readonly endpoint: string;
  readonly region: string;
  readonly principals: Readonly<Record<PrincipalName, PrincipalCredentials>>;
  /** Where the bytes of objects are stored, to check whether they are encrypted. */
  readonly dataDirectory: string;
  /** The latest 2,000 requests, oldest first. */
  readonly requestLog: readonly RequestLogEntry[];
  /** Temporary credentials of a principal, as issued by STS; optionally expired ones. */
  issueSessionCredentials(principal: PrincipalName, expiresAt: Date): Required<PrincipalCredentials>;
  /** Restores the initial buckets, without any object. Only for a store without a data directory. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts an embedded OSS-compatible store, which listens when the promise resolves. Throws DirectoryInUse or
 * UnreadableData if the data directory cannot be used, and InvalidBucketNameError for invalid bucket names.
 */
export async function startReferenceStore(options: ReferenceStoreOptions = {}): Promise<ReferenceStore> {
  const { host = '127.0.0.1', port = 0, region = 'cn-hangzhou', clock = () => new Date(), certificate } = options;
  const scheme = options.scheme ?? (certificate === undefined ? 'http' : 'https');
  const families = await loadFamilies();
  const delegatedActions = families.flatMap((family) => family.delegatedActions);
  const { keys, principals } = createPrincipals(options.principals ?? {}, delegatedActions);
  const open = (): Promise<StoreContents> =>
    openContents(options, { families, keys, owner: accountIdOf('owner'), region, scheme, clock });
  let contents = await open();
  const log = new RequestLog();
  const listener = await Listener.start(
    {
      async serve(message, body) {
        const { reader, pipeline } = contents;
        const read = reader.read(message, body);
        if (isReadinessRequest(read.request)) return ready;
        const { answer, call } =
          read.refusal === null ? await pipeline.answer(read.request) : pipeline.refuse(read.request, read.refusal);
        log.add(call, answer);
        return answer;
      },
      refuse(problem) {
        const { reader, pipeline } = contents;
        const { answer, call } = pipeline.refuse(reader.unreadable(), refusalOf(problem));
        log.add(call, answer);
        return answer;
      },
    },
    { host, port, limits: storeLimits, ...(certificate === undefined ? {} : { certificate }) },
  ).catch(async (error: unknown) => {
    await contents.dataDirectory.close();
    throw error;
  });
  return {
    endpoint: `${certificate === undefined ? 'http' : 'https'}://${reachableHost(host)}:${listener.port}`,
    region,
    principals,
    get dataDirectory() {
      return contents.dataDirectory.path;
    },
    requestLog: log.entries,
    issueSessionCredentials(principal, expiresAt) {
      const credentials = createSessionCredentials();
      addKey(keys, principalNamed(principal, delegatedActions), credentials, expiresAt);
      return credentials;
    },
    async reset() {
      if (options.dataDirectory !== undefined) throw new Error('a store with a data directory cannot be reset');
      const before = contents;
      contents = await open();
      await before.dataDirectory.close();
    },
    async close() {
      await listener.close();
      await contents.dataDirectory.close();
    },
  };
}

import type { ServerCertificate } from '../../certificates/host-certificates.ts';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { FaultProxy } from '../../fault-proxy/fault-proxy.ts';
import { randomly, seededRandom, type RandomFault } from '../../fault-proxy/random-faults.ts';
import { InvalidBucketNameError } from '../../reference-store/buckets/first-buckets.ts';
import { isReadinessPath } from '../../reference-store/http/readiness.ts';
import { reachableHost } from '../../reference-store/http/reachable-host.ts';
import { DirectoryInUse } from '../../reference-store/storage/directory-lock.ts';
import { UnreadableData } from '../../reference-store/storage/unreadable-data.ts';
import { startReferenceStore, type ReferenceStore, type ReferenceStoreOptions } from '../../reference-store/store.ts';

/** Where a store is served, and how. */
export interface ServedStoreOptions extends Omit<ReferenceStoreOptions, 'host' | 'port' | 'certificate'> {
  readonly host: string;
  readonly port: number;
  readonly certificate: ServerCertificate | null;
  readonly faults: readonly RandomFault[];
  /** The same seed strikes the same requests. */
  readonly seed: number;
}

/** Starts the store, behind a proxy if it has faults. Throws ConfigurationError for mistakes of the user. */
export async function startServedStore(options: ServedStoreOptions): Promise<ReferenceStore> {
  const { faults, certificate, host, port, seed, ...store } = options;
  if (faults.length === 0) {
    const direct = { ...store, host, port, ...(certificate === null ? {} : { certificate }) };
    return startReferenceStore(direct).catch(reportUsersFault);
  }
  const scheme = certificate === null ? 'http' : 'https';
  const behind = await startReferenceStore({ ...store, scheme }).catch(reportUsersFault);
  const proxy = await FaultProxy.start(behind.endpoint, certificate, { host, port }).catch(async (error: unknown) => {
    await behind.close();
    return reportUsersFault(error);
  });
  proxy.inject({
    fault: randomly(faults, seededRandom(seed)),
    matches: ({ target }) => !isReadinessPath(target),
    from: 1,
    duration: 'always',
  });
  const { protocol, port: listening } = new URL(proxy.origin);
  return {
    ...behind,
    endpoint: `${protocol}//${reachableHost(host)}:${listening}`,
    async close() {
      proxy.close();
      await behind.close();
    },
  };
}

function reportUsersFault(error: unknown): never {
  const isUsers =
    error instanceof DirectoryInUse ||
    error instanceof UnreadableData ||
    error instanceof InvalidBucketNameError ||
    (error instanceof Error && 'syscall' in error);
  throw isUsers ? new ConfigurationError(`the reference store cannot start: ${error.message}`) : error;
}

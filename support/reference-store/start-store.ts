import { CertificateAuthority } from '../certificates/certificate-authority.ts';
import { hostCertificates } from '../certificates/host-certificates.ts';
import { loadDeviation } from './deviation.ts';
import { startReferenceStore } from './store.ts';
import type { PrincipalCredentials, PrincipalName } from './store-principals.ts';

/** The module `oss-conformance/store`: an OSS-compatible store in the process of a test. */

export type { PrincipalCredentials, PrincipalName };

export interface StartStoreOptions {
  /** The address to listen on; default `127.0.0.1`. */
  readonly host?: string;
  /** Default 0: a free one. */
  readonly port?: number;
  /** Default `cn-hangzhou`. */
  readonly region?: string;
  /** Buckets that the owner has from the start, and after `reset`. */
  readonly buckets?: readonly string[];
  /** Keys to use instead of generated ones. */
  readonly principals?: Partial<Record<PrincipalName, PrincipalCredentials>>;
  /** Speak TLS; `ca` is then the certificate to trust. */
  readonly tls?: boolean;
  /** Break one clause, by the name of the deviation. */
  readonly deviation?: string;
}

/** A store that listens. `await using` ends it with the block. */
export interface TestStore extends AsyncDisposable {
  /** Origin, e.g. `http://127.0.0.1:40123`. */
  readonly endpoint: string;
  readonly region: string;
  /** `owner` has all rights to its buckets, `delegate` some, `outsider` none. */
  readonly principals: Readonly<Record<PrincipalName, PrincipalCredentials>>;
  /** The authority's certificate, as PEM; `null` without TLS. */
  readonly ca: string | null;
  /** Temporary credentials of a principal, as STS issues them; by default for an hour. */
  issueSessionCredentials(principal: PrincipalName, expiresAt?: Date): Required<PrincipalCredentials>;
  /** Restores the initial buckets, without any object. Endpoint and keys stay the same. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

const hourMs = 3_600_000;

/** Starts a store with a temporary directory. It listens when the promise resolves. */
export async function startStore(options: StartStoreOptions = {}): Promise<TestStore> {
  const { host = '127.0.0.1', tls = false, deviation, ...others } = options;
  const authority = tls ? new CertificateAuthority() : null;
  const store = await startReferenceStore({
    ...others,
    host,
    ...(authority === null ? {} : { certificate: hostCertificates(authority, host) }),
    ...(deviation === undefined ? {} : { deviation: await loadDeviation(deviation) }),
  });
  return {
    endpoint: store.endpoint,
    region: store.region,
    principals: store.principals,
    ca: authority === null ? null : authority.certificate,
    issueSessionCredentials: (principal, expiresAt = new Date(Date.now() + hourMs)) =>
      store.issueSessionCredentials(principal, expiresAt),
    reset: () => store.reset(),
    close: () => store.close(),
    [Symbol.asyncDispose]: () => store.close(),
  };
}

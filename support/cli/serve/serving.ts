import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CertificateAuthority } from '../../certificates/certificate-authority.ts';
import type { ServerCertificate } from '../../certificates/host-certificates.ts';
import { requireBucketName } from '../../reference-store/buckets/first-buckets.ts';
import { loadDeviation } from '../../reference-store/deviation.ts';
import type { ReferenceStore } from '../../reference-store/store.ts';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { requireDeviation } from '../run/deviation-name.ts';
import { ending } from './ending.ts';
import { principalsIn } from './environment-principals.ts';
import { chooseFaults } from './fault-choice.ts';
import { cannotBeWritten, requireFreePort, requireNoFile, requireWritable } from './place-checks.ts';
import { startServedStore } from './served-store.ts';

export interface ServeFlags {
  readonly host: string;
  readonly port: number;
  readonly region: string;
  readonly data?: string;
  readonly bucket?: readonly string[];
  /** `true` if the command is to choose the file. */
  readonly tls?: string | true;
  readonly deviation?: string;
  readonly fault?: readonly string[];
  readonly seed?: number;
  readonly writeTarget?: string;
}

/** Serves a store until a signal ends it. Throws ConfigurationError before anything is created. */
export async function serve(flags: ServeFlags): Promise<void> {
  const { host, port, region, data, bucket = [], deviation, fault = [], writeTarget } = flags;
  const { faults, clockAheadMs } = chooseFaults(fault);
  const principals = principalsIn(process.env);
  requireBucketNames(bucket);
  if (deviation !== undefined) requireDeviation(deviation);
  if (data !== undefined) await requireNoFile(data, '--data');
  if (writeTarget !== undefined) await requireWritable(writeTarget, '--write-target');
  if (typeof flags.tls === 'string') await requireWritable(flags.tls, '--tls');
  await requireFreePort(host, port);

  // Before there is anything to remove, and before the store is announced.
  const ended = ending();
  const seed = flags.seed ?? Math.floor(Math.random() * 1_000_000);
  const tls = flags.tls === undefined ? null : { ...(await certify(host)), file: flags.tls };
  const store = await startServedStore({
    host,
    port,
    region,
    principals,
    buckets: bucket,
    certificate: tls === null ? null : tls.certificate,
    faults,
    seed,
    ...(data === undefined ? {} : { dataDirectory: data }),
    ...(deviation === undefined ? {} : { deviation: await loadDeviation(deviation) }),
    ...(clockAheadMs === 0 ? {} : { clock: () => new Date(Date.now() + clockAheadMs) }),
  });
  try {
    // Only now: a store that cannot start must not have replaced a file.
    await using ca = tls === null ? null : await writeCaFile(tls.authority, tls.file);
    if (writeTarget === undefined) sayGeneratedKeys(store, principals.owner !== undefined);
    else await (await import('./written-target.ts')).writeTargetFile(writeTarget, store, ca?.path ?? null);
    const ready = {
      endpoint: store.endpoint,
      region: store.region,
      ...(ca === null ? {} : { ca: ca.path }),
      ...(faults.length === 0 ? {} : { seed }),
    };
    process.stdout.write(`${JSON.stringify(ready)}\n`);
    await ended;
  } finally {
    await store.close();
  }
}

function requireBucketNames(names: readonly string[]): void {
  for (const name of names) {
    try {
      requireBucketName(name);
    } catch (error) {
      throw error instanceof Error ? new ConfigurationError(`--bucket: ${error.message}`) : error;
    }
  }
}

/** A certificate for the store, and the authority that has signed it. Loaded where it is needed: TLS is rare. */
async function certify(
  host: string,
): Promise<{ readonly authority: CertificateAuthority; readonly certificate: ServerCertificate }> {
  const [{ CertificateAuthority }, { hostCertificates }] = await Promise.all([
    import('../../certificates/certificate-authority.ts'),
    import('../../certificates/host-certificates.ts'),
  ]);
  const authority = new CertificateAuthority();
  return { authority, certificate: hostCertificates(authority, host) };
}

/** The file that holds the authority's certificate until the store ends. */
interface CaFile extends AsyncDisposable {
  readonly path: string;
}

async function writeCaFile(authority: CertificateAuthority, file: string | true): Promise<CaFile> {
  const path = file === true ? join(tmpdir(), `oss-conformance-ca-${process.pid}.pem`) : file;
  try {
    // All users share the folder of temporary files: an existing file of that name is not ours.
    await writeFile(path, authority.certificate, { flag: file === true ? 'wx' : 'w' });
  } catch (error) {
    throw cannotBeWritten(path, '--tls', error);
  }
  return { path, [Symbol.asyncDispose]: () => rm(path, { force: true }) };
}

/** The keys work for this process only, and without them its store is of no use. */
function sayGeneratedKeys({ principals: { owner } }: ReferenceStore, isGiven: boolean): void {
  if (isGiven) return;
  process.stderr.write(
    `OSS_ACCESS_KEY_ID is not set; generated for this store: OSS_ACCESS_KEY_ID=${owner.accessKeyId} OSS_ACCESS_KEY_SECRET=${owner.accessKeySecret}\n`,
  );
}

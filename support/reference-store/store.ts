import { documentedBehaviour } from './behaviour.ts';
import type { BucketRepository } from './buckets/bucket-record.ts';
import { BucketsInMemory } from './buckets/buckets-in-memory.ts';
import { BucketsOnDisk } from './buckets/buckets-on-disk.ts';
import { unsetBucketSettingsOperations } from './buckets/unset-bucket-settings.ts';
import { deviateFrom } from './deviation.ts';
import type { Deviation } from './deviation.ts';
import { loadFamilies } from './family.ts';
import type { StoreParts } from './family.ts';
import { storeLimits } from './http/limits.ts';
import { Listener } from './http/listener.ts';
import type { Operation } from './http/operation.ts';
import { RequestLog } from './http/request-log.ts';
import type { RequestLogEntry } from './http/request-log.ts';
import { RequestReader } from './http/request-reading.ts';
import { refusalOf } from './http/protocol-problem.ts';
import type { MasterKeys } from './kms/master-key-file.ts';
import { createMasterKeys, openMasterKeyFile } from './kms/master-key-file.ts';
import { masterKeyLocation } from './kms/master-key-location.ts';
import { DataKeys } from './object-encryption/data-keys.ts';
import { Pipeline } from './pipeline/pipeline.ts';
import { addKey, createPrincipals, createSessionCredentials, principalNamed } from './store-principals.ts';
import type { PrincipalCredentials, PrincipalName } from './store-principals.ts';
import { DataDirectory } from './storage/data-directory.ts';
import { ObjectStorage } from './storage/object-storage.ts';

export interface ReferenceStoreOptions {
  /** Default `127.0.0.1`. */
  readonly host?: string;
  /** Default 0: the system chooses. */
  readonly port?: number;
  /** Where buckets and objects are kept between runs; without it they end with the store. */
  readonly dataDirectory?: string;
  /** The file of the keys that decrypt the data directory. By default in the user's state directory. */
  readonly masterKeyFile?: string;
  /** Breaks the store in one way. */
  readonly deviation?: Pick<Deviation, 'deviate'>;
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
  /** The keys of the store: those of its key management service can be added and disabled. */
  masterKeys(): Promise<MasterKeys>;
  /** The latest 2,000 requests, oldest first. */
  readonly requestLog: readonly RequestLogEntry[];
  /** Temporary credentials of a principal, as STS would issue them. They may have expired already. */
  issueSessionCredentials(principal: PrincipalName, expiresAt: Date): Required<PrincipalCredentials>;
  close(): Promise<void>;
}

/** An embedded OSS-compatible store, listening when the promise resolves. Throws DirectoryInUse where another store uses the data directory. */
export async function startReferenceStore(options: ReferenceStoreOptions = {}): Promise<ReferenceStore> {
  const dataDirectory = await DataDirectory.open(options.dataDirectory);
  return startOn(dataDirectory, options).catch(async (error: unknown) => {
    await dataDirectory.close();
    throw error;
  });
}

async function startOn(dataDirectory: DataDirectory, options: ReferenceStoreOptions): Promise<ReferenceStore> {
  const { host = '127.0.0.1', port = 0, region = 'cn-hangzhou', clock = () => new Date() } = options;
  const families = await loadFamilies();
  const documented = documentedBehaviour(families.map((family) => family.behaviour));
  const behaviour = options.deviation ? deviateFrom(documented, options.deviation) : documented;
  const settings = families.flatMap((family) => family.settings?.(behaviour) ?? []);
  const delegatedActions = families.flatMap((family) => family.delegatedActions);
  const { keys, principals } = createPrincipals(options.principals ?? {}, delegatedActions);
  const buckets: BucketRepository =
    options.dataDirectory === undefined
      ? new BucketsInMemory()
      : await BucketsOnDisk.open(
          options.dataDirectory,
          settings.map(({ setting }) => setting),
        );
  const storage = await ObjectStorage.open(dataDirectory);
  const masterKeys = masterKeysOf(options);
  const dataKeys = new DataKeys(masterKeys);
  const parts: StoreParts = { behaviour, buckets, settings, storage, dataKeys, keys, region, clock };
  const operations: readonly Operation[] = [
    ...families.flatMap((family) => family.operations(parts)),
    // Last, so that a family that offers one of these settings answers for it.
    ...unsetBucketSettingsOperations(buckets, region),
  ];
  const refusals = families.flatMap(({ refuses }) => (refuses === undefined ? [] : [refuses(behaviour)]));
  const pipeline = new Pipeline({ behaviour, operations, refusals, buckets, keys, region, clock });
  const reader = new RequestReader(behaviour, clock);
  const log = new RequestLog();
  const listener = await Listener.start(
    {
      async serve(message, body) {
        const read = reader.read(message, body);
        const { answer, call } =
          read.refusal === null ? await pipeline.answer(read.request) : pipeline.refuse(read.request, read.refusal);
        log.add(call, answer);
        return answer;
      },
      refuse(problem) {
        const { answer, call } = pipeline.refuse(reader.unreadable(), refusalOf(problem));
        log.add(call, answer);
        return answer;
      },
    },
    { host, port, limits: storeLimits },
  );
  return {
    endpoint: `http://${host.includes(':') ? `[${host}]` : host}:${listener.port}`,
    region,
    principals,
    dataDirectory: dataDirectory.path,
    masterKeys,
    requestLog: log.entries,
    issueSessionCredentials(principal, expiresAt) {
      const credentials = createSessionCredentials();
      addKey(keys, principalNamed(principal, delegatedActions), credentials, expiresAt);
      return credentials;
    },
    async close() {
      await listener.close();
      await dataDirectory.close();
    },
  };
}

/** Master keys that are opened, or created, when they are first needed: most stores never encrypt anything. */
function masterKeysOf({ dataDirectory, masterKeyFile }: ReferenceStoreOptions): () => Promise<MasterKeys> {
  let opened: Promise<MasterKeys> | null = null;
  const open = async (): Promise<MasterKeys> => {
    if (masterKeyFile !== undefined) return openMasterKeyFile(masterKeyFile);
    return dataDirectory === undefined ? createMasterKeys() : openMasterKeyFile(await masterKeyLocation(dataDirectory));
  };
  return async () => (opened ??= open());
}

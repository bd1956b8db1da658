import type { AccessKeys } from './authentication/access-keys.ts';
import { documentedBehaviour } from './behaviour.ts';
import type { BucketRepository } from './buckets/bucket-record.ts';
import { BucketsInMemory } from './buckets/buckets-in-memory.ts';
import { BucketsOnDisk } from './buckets/buckets-on-disk.ts';
import { createBuckets } from './buckets/first-buckets.ts';
import { unsetBucketSettingsOperations } from './buckets/unset-bucket-settings.ts';
import { deviateFrom } from './deviation.ts';
import type { Deviation } from './deviation.ts';
import type { Family, StoreParts } from './family.ts';
import type { Operation } from './http/operation.ts';
import { RequestReader } from './http/request-reading.ts';
import type { Scheme } from './http/store-request.ts';
import { createMasterKeys, openMasterKeyFile } from './kms/master-key-file.ts';
import type { MasterKeys } from './kms/master-key-file.ts';
import { masterKeyLocation } from './kms/master-key-location.ts';
import { DataKeys } from './object-encryption/data-keys.ts';
import { Pipeline } from './pipeline/pipeline.ts';
import { DataDirectory } from './storage/data-directory.ts';
import { ObjectStorage } from './storage/object-storage.ts';

/** The parameters of a store. */
export interface ContentsOptions {
  /** Where buckets and objects are kept between runs; without it they end with the store. */
  readonly dataDirectory?: string;
  /** The file of the keys that decrypt the data directory. By default in the user's state directory. */
  readonly masterKeyFile?: string;
  /** Buckets that the owner has from the start. */
  readonly buckets?: readonly string[];
  /** Breaks the store in one way. */
  readonly deviation?: Pick<Deviation, 'deviate'>;
}

/** The parts that stay when a store is emptied. */
export interface ContentsSetting {
  readonly families: readonly Family[];
  readonly keys: AccessKeys;
  /** The account of the buckets that exist from the start. */
  readonly owner: string;
  readonly region: string;
  readonly scheme: Scheme;
  readonly clock: () => Date;
}

/** The contents of a store, and the pipeline that answers from them. */
export interface StoreContents {
  readonly dataDirectory: DataDirectory;
  readonly operations: readonly Operation[];
  readonly reader: RequestReader;
  readonly pipeline: Pipeline;
}

/** Throws DirectoryInUse or UnreadableData if the data directory cannot be used, and InvalidBucketNameError. */
export async function openContents(options: ContentsOptions, setting: ContentsSetting): Promise<StoreContents> {
  const dataDirectory = await DataDirectory.open(options.dataDirectory);
  return openIn(dataDirectory, options, setting).catch(async (error: unknown) => {
    await dataDirectory.close();
    throw error;
  });
}

async function openIn(
  dataDirectory: DataDirectory,
  options: ContentsOptions,
  { families, keys, owner, region, scheme, clock }: ContentsSetting,
): Promise<StoreContents> {
  const documented = documentedBehaviour(families.map((family) => family.behaviour));
  const behaviour = options.deviation ? deviateFrom(documented, options.deviation) : documented;
  const settings = families.flatMap((family) => family.settings?.(behaviour) ?? []);
  const buckets: BucketRepository =
    options.dataDirectory === undefined
      ? new BucketsInMemory()
      : await BucketsOnDisk.open(
          options.dataDirectory,
          settings.map(({ setting }) => setting),
        );
  await createBuckets(buckets, { names: options.buckets ?? [], owner, now: clock() });
  const storage = await ObjectStorage.open(dataDirectory);
  const dataKeys = new DataKeys(masterKeysOf(options));
  const parts: StoreParts = { behaviour, buckets, settings, storage, dataKeys, keys, region, clock };
  const operations: readonly Operation[] = [
    ...families.flatMap((family) => family.operations(parts)),
    // Last, so that a family with one of these settings takes precedence.
    ...unsetBucketSettingsOperations(region),
  ];
  const answerHeaders = families.flatMap((family) => family.answerHeaders ?? []);
  const refusals = families.flatMap(({ refuses }) => (refuses === undefined ? [] : [refuses(behaviour)]));
  return {
    dataDirectory,
    operations,
    reader: new RequestReader(behaviour, clock, scheme),
    pipeline: new Pipeline({ behaviour, operations, refusals, answerHeaders, buckets, keys, region, clock }),
  };
}

/** Keys in a file are read, or created, on first use. A store in memory has keys of its own. */
function masterKeysOf({ dataDirectory, masterKeyFile }: ContentsOptions): () => Promise<MasterKeys> {
  if (masterKeyFile !== undefined) return onFirstUse(() => openMasterKeyFile(masterKeyFile));
  if (dataDirectory !== undefined)
    return onFirstUse(async () => openMasterKeyFile(await masterKeyLocation(dataDirectory)));
  const created = Promise.resolve(createMasterKeys());
  return () => created;
}

function onFirstUse<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | null = null;
  return () => (opened ??= open());
}

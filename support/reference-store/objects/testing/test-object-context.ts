import { mkdtempDisposable, readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentedRules } from '../../bucket-encryption/behaviour.ts';
import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import type { EncryptionRule, RuleProposal } from '../../bucket-encryption/encryption-rule.ts';
import { BucketsInMemory } from '../../buckets/buckets-in-memory.ts';
import { Refusal } from '../../errors/refusal.ts';
import { createMasterKeys } from '../../kms/master-key-file.ts';
import type { MasterKeys } from '../../kms/master-key-file.ts';
import { DataDirectory } from '../../storage/data-directory.ts';
import { ObjectStorage } from '../../storage/object-storage.ts';
import { documentedObjects } from '../behaviour.ts';
import { DataKeys } from '../../object-encryption/data-keys.ts';
import type { IncomingBody } from '../incoming-body.ts';
import { openObject } from '../object-reading.ts';
import { putObject } from '../object-upload.ts';
import type { ObjectContext } from '../object-context.ts';
import type { ObjectRecord } from '../../storage/stored-records.ts';

export const nothingSaid: RuleProposal = { algorithm: null, kmsMasterKeyId: null, kmsDataEncryption: null };

export function saying(algorithm: string, more: Partial<RuleProposal> = {}): RuleProposal {
  return { ...nothingSaid, algorithm, ...more };
}

export function rule(algorithm: EncryptionRule['algorithm'], more: Partial<EncryptionRule> = {}): EncryptionRule {
  return { algorithm, kmsMasterKeyId: null, kmsDataEncryption: null, ...more };
}

/** An object context over a data directory with two buckets, `bucket` and `other`. */
export class TestObjectContext {
  context!: ObjectContext;
  readonly masterKeys: MasterKeys = createMasterKeys();
  readonly buckets = new BucketsInMemory();
  readonly #place: AsyncDisposable;
  readonly #directory: DataDirectory;

  private constructor(place: AsyncDisposable, directory: DataDirectory) {
    this.#place = place;
    this.#directory = directory;
    for (const name of ['bucket', 'other']) this.setRule(null, name);
  }

  static async open(): Promise<TestObjectContext> {
    const place = await mkdtempDisposable(join(tmpdir(), 'object-context-'));
    const test = new TestObjectContext(place, await DataDirectory.open(place.path));
    await test.restart();
    return test;
  }

  /** Opens it again as after a kill; with other master keys, as a thief of the data directory would. */
  async restart(masterKeys = this.masterKeys): Promise<void> {
    this.context = {
      storage: await ObjectStorage.open(this.#directory),
      dataKeys: new DataKeys(async () => masterKeys),
      buckets: this.buckets,
      clock: () => new Date(),
      rules: documentedRules,
      objects: documentedObjects,
    };
    await this.context.storage.bucket('bucket');
  }

  async close(): Promise<void> {
    await this.#directory.close();
    await this.#place[Symbol.asyncDispose]();
  }

  setRule(encryption: EncryptionRule | null, name = 'bucket'): void {
    const common = { name, owner: '1', createdAt: new Date(0), storageClass: 'Standard', dataRedundancyType: 'LRS' };
    this.buckets.apply({ kind: 'save', record: encryptionSetting.set({ ...common, settings: {} }, encryption) });
  }

  async put(key: string, bytes: Uint8Array, encryption = nothingSaid): Promise<ObjectRecord> {
    return accepted(
      await putObject(this.context, {
        operation: 'PutObject',
        address: { bucket: 'bucket', key },
        headers: {},
        traits: {},
        encryption,
        forbidOverwrite: false,
        body: bodyOf(bytes),
      }),
    );
  }

  async get(key: string, bucket = 'bucket'): Promise<Buffer> {
    const reading = accepted(await openObject(this.context, { bucket, key }));
    try {
      const chunks: Uint8Array[] = [];
      for await (const chunk of reading.read({ offset: 0, length: reading.record.size })) chunks.push(chunk);
      return Buffer.concat(chunks);
    } finally {
      await reading.close();
    }
  }

  /** Paths of the files of a bucket. */
  async files(bucket = 'bucket'): Promise<string[]> {
    const directory = join(this.#directory.path, 'objects', bucket);
    return (await readdir(directory)).map((name) => join(directory, name));
  }

  /** Whether any file of the bucket holds these bytes. */
  async stores(bytes: Buffer): Promise<boolean> {
    const contents = await Promise.all((await this.files()).map((path) => readFile(path)));
    return contents.some((content) => content.includes(bytes));
  }
}

export function bodyOf(bytes: Uint8Array, contentMd5?: string): IncomingBody {
  return { chunks: chunked(bytes), isDisposable: false, announcedLength: bytes.length, contentMd5 };
}

async function* chunked(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/** The result, which must not be a refusal. */
export function accepted<T extends object>(outcome: T | Refusal | 'not modified'): T {
  if (outcome === 'not modified') throw new Error('not modified');
  if (outcome instanceof Refusal) throw new Error(`refused: ${outcome.status} ${outcome.code}: ${outcome.message}`);
  return outcome;
}

/** Status and code of what must be a refusal. */
export function refused(outcome: unknown): string {
  if (!(outcome instanceof Refusal)) throw new Error('it was not refused');
  return `${outcome.status} ${outcome.code}`;
}

/** A record's encryption in one line: method, data algorithm, and whether there is a key id. */
export function encryptionOf({ encryption }: Pick<ObjectRecord, 'encryption'>): string {
  if (encryption === null) return 'none';
  return `${encryption.method}/${encryption.dataAlgorithm}${encryption.keyId === null ? '' : ' with key id'}`;
}

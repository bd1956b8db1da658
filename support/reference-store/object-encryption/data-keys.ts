import type { EncryptionRule } from '../bucket-encryption/encryption-rule.ts';
import { Refusal } from '../errors/refusal.ts';
import { defaultAlias } from '../kms/key-registry.ts';
import { KmsError } from '../kms/kms-error.ts';
import type { MasterKeys } from '../kms/master-key-file.ts';
import type { EncryptionDescription } from '../storage/stored-records.ts';

/** An object's encryption with its data key at hand. Lives in memory only. */
export interface UnlockedEncryption {
  readonly description: EncryptionDescription;
  /** 32 bytes. */
  readonly dataKey: Uint8Array;
}

/** The data keys of objects: a fresh one for each, wrapped for its record by a master key that is kept elsewhere. */
export class DataKeys {
  readonly #masterKeys: () => Promise<MasterKeys>;

  /** Loads the master keys when the first object is encrypted or read. */
  constructor(masterKeys: () => Promise<MasterKeys>) {
    this.#masterKeys = masterKeys;
  }

  /** Refuses if the key management service does (OBJ-24, OBJ-29, OBJ-30). */
  async create(choice: EncryptionRule, bucket: string, key: string): Promise<UnlockedEncryption | Refusal> {
    const masterKeys = await this.#masterKeys();
    return orRefusal(() => create(masterKeys, choice, context(bucket, key)));
  }

  /** @throws DamagedKeyError */
  async unlock(description: EncryptionDescription, bucket: string, key: string): Promise<UnlockedEncryption | Refusal> {
    const { registry, serviceKey } = await this.#masterKeys();
    const keys = description.method === 'KMS' ? registry : serviceKey;
    const wrapped = Buffer.from(description.wrappedDataKey, 'base64');
    return orRefusal(() => ({ description, dataKey: keys.decrypt(wrapped, context(bucket, key)) }));
  }
}

function create({ registry, serviceKey }: MasterKeys, choice: EncryptionRule, boundTo: Uint8Array): UnlockedEncryption {
  const { algorithm } = choice;
  if (algorithm !== 'KMS') {
    const { plaintext, wrapped } = serviceKey.generateDataKey(boundTo);
    const wrappedDataKey = wrapped.toString('base64');
    return {
      description: { method: algorithm, dataAlgorithm: algorithm, keyId: null, wrappedDataKey },
      dataKey: plaintext,
    };
  }
  // OBJ-16: without a key id, uses the default key and reports its id.
  const { keyId, plaintext, wrapped } = registry.generateDataKey(choice.kmsMasterKeyId ?? defaultAlias, boundTo);
  const dataAlgorithm = choice.kmsDataEncryption ?? 'AES256';
  const wrappedDataKey = wrapped.toString('base64');
  return { description: { method: 'KMS', dataAlgorithm, keyId, wrappedDataKey }, dataKey: plaintext };
}

/** The context of a wrapped key. Bucket names contain no slash, so it is unique for each object. */
function context(bucket: string, key: string): Uint8Array {
  return Buffer.from(`${bucket}/${key}`);
}

const errorCodes: Partial<Record<string, string>> = {
  KeyNotFound: '0005-00000208',
  KeyDisabled: '0005-00000214',
};

function orRefusal(use: () => UnlockedEncryption): UnlockedEncryption | Refusal {
  try {
    return use();
  } catch (error) {
    if (!(error instanceof KmsError)) throw error;
    const { status, code, message } = error;
    const ec = errorCodes[code];
    return new Refusal({ status, code, message, ...(ec === undefined ? {} : { ec }) });
  }
}

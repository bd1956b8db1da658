import type { EncryptionRule } from '../../bucket-encryption/encryption-rule.ts';
import { Refusal } from '../../errors/refusal.ts';
import { defaultAlias } from '../../kms/key-registry.ts';
import { KmsError } from '../../kms/kms-error.ts';
import type { MasterKeys } from '../../kms/master-key-file.ts';
import type { EncryptionDescription } from '../../storage/stored-records.ts';

/** An object's encryption with its data key at hand. Lives in memory only. */
export interface UnlockedEncryption {
  readonly description: EncryptionDescription;
  /** 32 bytes. */
  readonly dataKey: Uint8Array;
}

/** The data keys of objects: a fresh one for each, wrapped for its record by a master key that is kept elsewhere. */
export class DataKeys {
  readonly #masterKeys: MasterKeys;

  constructor(masterKeys: MasterKeys) {
    this.#masterKeys = masterKeys;
  }

  /** Refuses what the key management service refuses (OBJ-24, OBJ-28…30). */
  create(choice: EncryptionRule, bucket: string, key: string): UnlockedEncryption | Refusal {
    return orRefusal(() => this.#create(choice, context(bucket, key)));
  }

  /** @throws DamagedKeyError */
  unlock(description: EncryptionDescription, bucket: string, key: string): UnlockedEncryption | Refusal {
    const wrapped = Buffer.from(description.wrappedDataKey, 'base64');
    const keys = description.method === 'KMS' ? this.#masterKeys.registry : this.#masterKeys.serviceKey;
    return orRefusal(() => ({ description, dataKey: keys.decrypt(wrapped, context(bucket, key)) }));
  }

  #create(choice: EncryptionRule, boundTo: Uint8Array): UnlockedEncryption {
    if (choice.algorithm !== 'KMS') {
      const { plaintext, wrapped } = this.#masterKeys.serviceKey.generateDataKey(boundTo);
      return {
        description: {
          method: choice.algorithm,
          dataAlgorithm: choice.algorithm,
          keyId: null,
          wrappedDataKey: wrapped.toString('base64'),
        },
        dataKey: plaintext,
      };
    }
    // OBJ-16: without a key id the default key is taken, and its id is reported.
    const masterKey = choice.kmsMasterKeyId ?? defaultAlias;
    const { keyId, plaintext, wrapped } = this.#masterKeys.registry.generateDataKey(masterKey, boundTo);
    return {
      description: {
        method: 'KMS',
        dataAlgorithm: choice.kmsDataEncryption ?? 'AES256',
        keyId,
        wrappedDataKey: wrapped.toString('base64'),
      },
      dataKey: plaintext,
    };
  }
}

/** What a wrapped key is bound to. No bucket name holds a slash, so no two objects have the same. */
function context(bucket: string, key: string): Uint8Array {
  return Buffer.from(`${bucket}/${key}`);
}

const errorCodes: Partial<Record<string, string>> = {
  KeyNotFound: '0005-00000208',
  KeyDisabled: '0005-00000214',
  KmsServiceNotEnabled: '0005-00000218',
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

import { randomBytes, randomUUID } from 'node:crypto';
import { KmsError } from './kms-error.ts';
import type { KmsErrorCode } from './kms-error.ts';
import { DamagedKeyError, unwrapKey, wrapKey } from './key-wrapping.ts';

export type KeyState = 'Enabled' | 'Disabled' | 'PendingDeletion' | 'PendingImport';

/** A master key. Its material never leaves the registry's own file. */
export interface MasterKey {
  /** At most 255 bytes. */
  readonly id: string;
  readonly state: KeyState;
  /** What the key's policy says about the store; without it every use is forbidden (OBJ-29). */
  readonly usableByStore: boolean;
  /** 32 bytes. */
  readonly material: Uint8Array;
}

export interface GeneratedDataKey {
  /** The id of the master key, even if the caller named an alias or nothing. */
  readonly keyId: string;
  /** 32 bytes, for use in memory only. */
  readonly plaintext: Buffer;
  /** The wrapped key, stored with the data. */
  readonly wrapped: Buffer;
}

/** The master key that the service manages for its users, used if a request names none (OBJ-15). */
export const defaultAlias = 'alias/acs/oss';

/** The initial keys of every registry, one for each documented answer of the key management service. */
export const namedKeys = {
  enabled: '9468da86-3509-4f8d-a61e-6eab1eac0001',
  disabled: '9468da86-3509-4f8d-a61e-6eab1eac0002',
  pendingDeletion: '9468da86-3509-4f8d-a61e-6eab1eac0003',
  pendingImport: '9468da86-3509-4f8d-a61e-6eab1eac0004',
  forbidden: '9468da86-3509-4f8d-a61e-6eab1eac0005',
} as const;

/** OBJ-30 */
const refusals = {
  Disabled: 'KeyDisabled',
  PendingDeletion: 'KeyPendingDeletion',
  PendingImport: 'KeyPendingImport',
} as const satisfies Record<Exclude<KeyState, 'Enabled'>, KmsErrorCode>;

/** The key management service of the reference store: master keys by id, aliases, and data keys wrapped by them. */
export class KeyRegistry {
  readonly #keys: ReadonlyMap<string, MasterKey>;
  readonly #aliases: ReadonlyMap<string, string>;

  constructor(keys: Iterable<MasterKey>, aliases: Iterable<readonly [alias: string, keyId: string]>) {
    this.#keys = new Map([...keys].map((key) => [key.id, key]));
    this.#aliases = new Map(aliases);
  }

  /** A registry with fresh material: the default key behind its alias, and `namedKeys`. */
  static create(): KeyRegistry {
    const defaultKey = newKey(randomUUID());
    const keys = [
      defaultKey,
      newKey(namedKeys.enabled),
      { ...newKey(namedKeys.disabled), state: 'Disabled' as const },
      { ...newKey(namedKeys.pendingDeletion), state: 'PendingDeletion' as const },
      { ...newKey(namedKeys.pendingImport), state: 'PendingImport' as const },
      { ...newKey(namedKeys.forbidden), usableByStore: false },
    ];
    return new KeyRegistry(keys, [[defaultAlias, defaultKey.id]]);
  }

  get keys(): MasterKey[] {
    return [...this.#keys.values()];
  }

  get aliases(): (readonly [alias: string, keyId: string])[] {
    return [...this.#aliases];
  }

  /**
   * A fresh 32-byte key and the same key wrapped by the master key `keyIdOrAlias`.
   * @throws KmsError
   */
  generateDataKey(keyIdOrAlias: string, context: Uint8Array): GeneratedDataKey {
    const key = this.#usableKey(keyIdOrAlias);
    const plaintext = randomBytes(32);
    const id = Buffer.from(key.id);
    const wrapped = wrapKey(key.material, plaintext, context);
    return { keyId: key.id, plaintext, wrapped: Buffer.concat([Buffer.of(id.length), id, wrapped]) };
  }

  /**
   * The data key inside `wrapped`, which names its master key itself.
   * @throws KmsError, DamagedKeyError
   */
  decrypt(wrapped: Uint8Array, context: Uint8Array): Buffer {
    const idEnd = 1 + (wrapped[0] ?? 0);
    if (wrapped.length < idEnd) throw new DamagedKeyError('the wrapped data key is too short');
    const id = Buffer.from(wrapped.subarray(1, idEnd)).toString();
    return unwrapKey(this.#usableKey(id).material, wrapped.subarray(idEnd), context);
  }

  #usableKey(keyIdOrAlias: string): MasterKey {
    const key = this.#existingKey(keyIdOrAlias);
    if (!key.usableByStore) throw new KmsError('AccessDenied');
    if (key.state !== 'Enabled') throw new KmsError(refusals[key.state]);
    return key;
  }

  #existingKey(keyIdOrAlias: string): MasterKey {
    const isAlias = keyIdOrAlias.startsWith('alias/');
    const id = isAlias ? this.#aliases.get(keyIdOrAlias) : keyIdOrAlias;
    if (id === undefined) throw new KmsError('AliasNotFound');
    const key = this.#keys.get(id);
    if (key === undefined) throw new KmsError('KeyNotFound');
    return key;
  }
}

function newKey(id: string): MasterKey {
  return { id, state: 'Enabled', usableByStore: true, material: randomBytes(32) };
}

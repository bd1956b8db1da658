import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeAtomically } from '../storage/atomic-file.ts';
import { readIfPresent } from '../storage/missing-file.ts';
import { KeyRegistry } from './key-registry.ts';
import type { KeyState } from './key-registry.ts';
import { ServiceKey } from './service-key.ts';

/** All keys that can open a data key. Stored outside the data directory, which is useless without them. */
export interface MasterKeys {
  /** For objects encrypted with keys the store manages itself (SSE-OSS: AES256, SM4). */
  readonly serviceKey: ServiceKey;
  /** For SSE-KMS. */
  readonly registry: KeyRegistry;
}

/** The file's JSON; key material is base64. */
interface MasterKeyDocument {
  readonly serviceKey: string;
  readonly keys: { id: string; state: KeyState; usableByStore: boolean; material: string }[];
  readonly aliases: (readonly [alias: string, keyId: string])[];
}

/** Fresh master keys for the lifetime of the process. */
export function createMasterKeys(): MasterKeys {
  return { serviceKey: new ServiceKey(randomBytes(32)), registry: KeyRegistry.create() };
}

/**
 * The master keys in the file at `path`; without a file, creates keys and writes them there, readable only by the
 * owner.
 */
export async function openMasterKeyFile(path: string): Promise<MasterKeys> {
  const bytes = await readIfPresent(path);
  if (bytes !== undefined) return parse(path, bytes.toString());
  const masterKeys = createMasterKeys();
  await saveMasterKeyFile(path, masterKeys);
  return masterKeys;
}

export async function saveMasterKeyFile(path: string, { serviceKey, registry }: MasterKeys): Promise<void> {
  const document: MasterKeyDocument = {
    serviceKey: base64(serviceKey.material),
    keys: registry.keys.map((key) => ({ ...key, material: base64(key.material) })),
    aliases: registry.aliases,
  };
  await mkdir(dirname(path), { recursive: true });
  await writeAtomically(path, Buffer.from(JSON.stringify(document, null, 2)));
}

function parse(path: string, text: string): MasterKeys {
  try {
    // True for files from saveMasterKeyFile; any other file fails below or at the first use of a key.
    const document: MasterKeyDocument = JSON.parse(text);
    const keys = document.keys.map((key) => ({ ...key, material: Buffer.from(key.material, 'base64') }));
    return {
      serviceKey: new ServiceKey(Buffer.from(document.serviceKey, 'base64')),
      registry: new KeyRegistry(keys, document.aliases),
    };
  } catch (cause) {
    throw new Error(`${path} is not a master key file of the reference store: restore it or name another file`, {
      cause,
    });
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

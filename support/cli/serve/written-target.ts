import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { stringify } from 'yaml';
import { namedKeys } from '../../reference-store/kms/key-registry.ts';
import type { ReferenceStore } from '../../reference-store/store.ts';
import { cannotBeWritten } from './place-checks.ts';

/** How long the session credentials in a written target file are valid. */
const sessionMs = 12 * 3_600_000;

/** Writes the file, readable only by its owner. Throws ConfigurationError if it cannot be written. */
export async function writeTargetFile(path: string, store: ReferenceStore, caFile: string | null): Promise<void> {
  try {
    await using file = await open(path, 'w', 0o600);
    // An existing file keeps its mode when it is written.
    await file.chmod(0o600);
    await file.writeFile(targetFileText(store, caFile));
  } catch (error) {
    throw cannotBeWritten(path, '--write-target', error);
  }
}

/** A target file for a running reference store, with all its principals and keys. It holds their secrets. */
function targetFileText(store: ReferenceStore, caFile: string | null): string {
  const { endpoint, region, principals, dataDirectory } = store;
  const now = Date.now();
  return stringify({
    name: 'reference store',
    endpoint,
    region,
    addressing: 'path',
    signature: 'v4',
    principals,
    sts: {
      valid: store.issueSessionCredentials('owner', new Date(now + sessionMs)),
      expired: store.issueSessionCredentials('owner', new Date(now - sessionMs)),
    },
    kms: {
      keyId: namedKeys.enabled,
      disabledKeyId: namedKeys.disabled,
      pendingDeletionKeyId: namedKeys.pendingDeletion,
      pendingImportKeyId: namedKeys.pendingImport,
    },
    ...(caFile === null ? {} : { caFile: resolve(caFile) }),
    atRest: { directory: dataDirectory },
  });
}

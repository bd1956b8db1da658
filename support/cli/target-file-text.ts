import { stringify } from 'yaml';
import { namedKeys } from '../reference-store/kms/key-registry.ts';
import type { ReferenceStore } from '../reference-store/store.ts';

/** How long the session credentials in a written target file are good for. */
const sessionMs = 12 * 3_600_000;

/** A target file for a running reference store, with all its principals and keys. It holds their secrets. */
export function targetFileText(store: ReferenceStore): string {
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
    atRest: { directory: dataDirectory },
  });
}

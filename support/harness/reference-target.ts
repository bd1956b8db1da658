import { capabilities, defaultLimits, type Target } from './target.ts';
import type { StoreManner } from './target-choice.ts';

/** A store that the run itself started, as a target like any other. */
export interface StartedTarget {
  readonly target: Target;
  readonly close: () => Promise<void>;
}

/** The reference store is consistent at once: what does not read back in this time never will. */
const readAfterWriteMs = 250;

/** STS lets a session live for an hour unless told otherwise. */
const sessionMs = 3_600_000;

/** Starts the embedded reference store, whole or with one deviation, and speaks to it in the given manner. */
export async function startReferenceTarget(manner: StoreManner, deviationName?: string): Promise<StartedTarget> {
  const [{ startReferenceStore }, { loadDeviation }, { namedKeys }] = await Promise.all([
    import('../reference-store/store.ts'),
    import('../reference-store/deviation.ts'),
    import('../reference-store/kms/key-registry.ts'),
  ]);
  const deviation = deviationName === undefined ? undefined : await loadDeviation(deviationName);
  const store = await startReferenceStore({
    region: manner.region,
    ...(deviation === undefined ? {} : { deviation }),
  });
  const target: Target = {
    name: deviationName === undefined ? 'reference store' : `reference store, ${deviationName}`,
    kind: 'reference',
    endpoint: store.endpoint,
    region: store.region,
    addressing: manner.addressing,
    signature: deviation?.setUpBy ?? manner.signature,
    capabilities: capabilities.filter((capability) => !manner.without.includes(capability)),
    principals: store.principals,
    sts: {
      valid: store.issueSessionCredentials('owner', new Date(Date.now() + sessionMs)),
      expired: store.issueSessionCredentials('owner', new Date(Date.now() - sessionMs)),
    },
    kms: {
      keyId: namedKeys.enabled,
      disabledKeyId: namedKeys.disabled,
      pendingDeletionKeyId: namedKeys.pendingDeletion,
      pendingImportKeyId: namedKeys.pendingImport,
    },
    atRest: { directory: store.dataDirectory },
    expected: [],
    limits: { ...defaultLimits, readAfterWriteMs },
  };
  return { target, close: () => store.close() };
}

import type { Deviation } from '../reference-store/deviation.ts';
import { capabilities, defaultLimits, type Target } from '../harness/target/target.ts';
import type { StoreRequestStyle } from '../harness/target/target-choice.ts';

/** A store that the run itself started, as a target like any other. */
export interface StartedTarget {
  readonly target: Target;
  readonly close: () => Promise<void>;
}

/** The reference store is consistent at once: a write that is not readable by then never will be. */
const readAfterWriteMs = 250;

/** By default, an STS session lasts an hour. */
const sessionMs = 3_600_000;

/** Starts the embedded reference store, with or without a deviation, for requests in the given style. */
export async function startReferenceTarget(style: StoreRequestStyle, deviationName?: string): Promise<StartedTarget> {
  if (deviationName === undefined) return startTarget('reference store', style);
  const { loadDeviation } = await import('../reference-store/deviation.ts');
  const deviation = await loadDeviation(deviationName);
  const spoken = { ...style, signature: deviation.setUpBy ?? style.signature };
  return startTarget(`reference store, ${deviationName}`, spoken, deviation);
}

/** Starts the correct reference store, and reports each time one of these deviations would have decided differently. */
export async function startDryRunTarget(
  style: StoreRequestStyle,
  deviationNames: readonly string[],
  onDifference: (deviationName: string) => void,
): Promise<StartedTarget> {
  const [{ loadDeviation }, { dryRunOf }] = await Promise.all([
    import('../reference-store/deviation.ts'),
    import('../reference-store/deviation-dry-run.ts'),
  ]);
  const deviations = await Promise.all(deviationNames.map(async (name) => [name, await loadDeviation(name)] as const));
  return startTarget('reference store', style, dryRunOf(new Map(deviations), onDifference));
}

/** Starts the reference store with some of its decisions replaced. */
export async function startTarget(
  name: string,
  style: StoreRequestStyle,
  deviation?: Pick<Deviation, 'deviate'>,
): Promise<StartedTarget> {
  const [{ startReferenceStore }, { namedKeys }] = await Promise.all([
    import('../reference-store/store.ts'),
    import('../reference-store/kms/key-registry.ts'),
  ]);
  const store = await startReferenceStore({ region: style.region, ...(deviation === undefined ? {} : { deviation }) });
  const target: Target = {
    name,
    kind: 'reference',
    endpoint: store.endpoint,
    region: store.region,
    addressing: style.addressing,
    signature: style.signature,
    capabilities: capabilities.filter((capability) => !style.without.includes(capability)),
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
    ca: null,
    userAgent: null,
  };
  return { target, close: () => store.close() };
}

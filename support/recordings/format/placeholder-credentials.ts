import type { Credentials } from '../../client/credentials.ts';
import { parseEndpoint } from '../../client/endpoint.ts';
import { defaultLimits, keyedPrincipals, type Target } from '../../harness/target/target.ts';
import type { KeyKind, RecordedTarget } from './recorded-target.ts';

/** A text of the live run, and the one that a recording has instead. */
export type Replacement = readonly [live: string, recorded: string];

/** In every bucket name of a recording, in place of the id of a live run; of the same length. */
export const recordedRun = 'recordings';

/**
 * Follows it, in place of the mark of the scenario in a live run; of the same length. So a new title changes no
 * request.
 */
export const recordedScenarioMark = 'scenario';

/** The time of every recording: with real dates each new recording would differ from the last. */
export const recordedClock = new Date('2026-01-01T00:00:00.000Z');

/** The reference store listens on another port each time; a name of RFC 2606 never resolves. */
const referenceEndpoint = 'http://reference-store.example';

/** The target of a live run as its recordings describe it: without a secret, and without what differs from run to run. */
export function describedTarget(target: Target): RecordedTarget {
  const { kind, name, endpoint, region, addressing, signature, capabilities, principals, sts, kms } = target;
  const isReference = kind === 'reference';
  return {
    class: isReference ? 'reference' : 'live',
    name,
    endpoint: isReference ? referenceEndpoint : endpoint,
    region,
    addressing,
    signature,
    capabilities,
    principals: Object.fromEntries(Object.entries(principals).map(([name, keys]) => [name, kindOf(keys)])),
    sts: sts === null ? [] : sts.expired === null ? ['valid'] : ['valid', 'expired'],
    kms,
  };
}

function kindOf({ securityToken }: Credentials): KeyKind {
  return securityToken === undefined ? 'keys' : 'session';
}

/** The target of a replay: its keys are public placeholders, so that the signatures can be checked. */
export function placeholderTarget({ principals, sts, ...described }: RecordedTarget): Target {
  const { name, endpoint, region, addressing, signature, capabilities, kms } = described;
  const keys = Object.entries(principals).map(
    ([principal, kind]) => [principal, placeholderKeys(principal, kind)] as const,
  );
  return {
    name: `recordings of ${name}`,
    kind: 'recordings',
    endpoint,
    region,
    addressing,
    signature,
    capabilities,
    principals: { owner: placeholderKeys('owner', 'keys'), ...Object.fromEntries(keys) },
    sts: sts.includes('valid')
      ? {
          valid: placeholderKeys('session', 'session'),
          expired: sts.includes('expired') ? placeholderKeys('expired-session', 'session') : null,
        }
      : null,
    kms,
    atRest: null,
    expected: [],
    // Only the final exchange of a poll is recorded, so there is nothing to wait for.
    limits: { ...defaultLimits, readAfterWriteMs: 0 },
    ca: null,
    userAgent: null,
  };
}

interface LiveScenario {
  readonly run: string;
  readonly mark: string;
  readonly target: Target;
}

/** What differs between every exchange of a live scenario and its recording. */
export function replacements({ run, mark, target }: LiveScenario, recorded: Target): readonly Replacement[] {
  const [liveEndpoint, endpoint] = [parseEndpoint(target.endpoint), parseEndpoint(recorded.endpoint)];
  const keys = allKeys(recorded);
  return [
    [`${run}-${mark}`, `${recordedRun}-${recordedScenarioMark}`],
    [run, recordedRun],
    [liveEndpoint.origin, endpoint.origin],
    [liveEndpoint.host, endpoint.host],
    ...allKeys(target).flatMap((own, at) => keyPairs(own, keys[at])),
  ];
}

/** Every text of a target that must stay secret. */
export function secretsOf(target: Target): readonly string[] {
  return allKeys(target).flatMap((keys) =>
    keys === null ? [] : [keys.accessKeyId, keys.accessKeySecret, keys.securityToken ?? ''],
  );
}

/** In a fixed order; `null` for keys that the run does not have. */
function allKeys({ principals, sts }: Target): readonly (Credentials | null)[] {
  return [...keyedPrincipals.map((name) => principals[name] ?? null), sts?.valid ?? null, sts?.expired ?? null];
}

function keyPairs(live: Credentials | null, recorded: Credentials | null | undefined): readonly Replacement[] {
  if (live === null || recorded === null || recorded === undefined) return [];
  return [
    [live.accessKeyId, recorded.accessKeyId],
    [live.accessKeySecret, recorded.accessKeySecret],
    [live.securityToken ?? '', recorded.securityToken ?? ''],
  ];
}

/** Evidence masks all except the first letters, which name the principal. */
function placeholderKeys(whose: string, kind: KeyKind): Credentials {
  const keys = { accessKeyId: `${whose}-of-recordings`, accessKeySecret: `${whose}-secret-of-recordings` };
  return kind === 'keys' ? keys : { ...keys, securityToken: `${whose}-token-of-recordings` };
}

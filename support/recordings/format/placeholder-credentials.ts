import type { Credentials } from '../../client/credentials.ts';
import { parseEndpoint } from '../../client/endpoint.ts';
import { defaultLimits, type Target } from '../../harness/target/target.ts';
import type { KeyKind, RecordedTarget } from './recorded-target.ts';
import type { TextPair } from '../replay/request-differences.ts';

/** Stands in every bucket name of a recording, where a run has its id; as long as that. */
export const recordedRun = 'recordings';

/** The time of every recording: dates that followed the calendar would make each new recording differ from the last. */
export const recordedClock = new Date('2026-01-01T00:00:00.000Z');

/** The reference store listens on another port each time; a name of RFC 2606 leads nowhere, should it ever be asked. */
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

/** The target that a replay speaks to: its keys are public stand-ins, so that anybody can check the signatures. */
export function placeholderTarget({ principals, sts, ...described }: RecordedTarget): Target {
  const { name, endpoint, region, addressing, signature, capabilities, kms } = described;
  const keys = Object.entries(principals).map(
    ([principal, kind]) => [principal, standInKeys(principal, kind)] as const,
  );
  return {
    name: `recordings of ${name}`,
    kind: 'recordings',
    endpoint,
    region,
    addressing,
    signature,
    capabilities,
    principals: { owner: standInKeys('owner', 'keys'), ...Object.fromEntries(keys) },
    sts: sts.includes('valid')
      ? {
          valid: standInKeys('session', 'session'),
          expired: sts.includes('expired') ? standInKeys('expired-session', 'session') : null,
        }
      : null,
    kms,
    atRest: null,
    expected: [],
    // Every look that a recording holds is the last of its kind, so there is nothing to wait for.
    limits: { ...defaultLimits, readAfterWriteMs: 0 },
    ca: null,
    userAgent: null,
  };
}

/** What differs between every exchange of a live run and its re-enactment. */
export function placeholderPairs(run: string, live: Target, mockStore: Target): readonly TextPair[] {
  const [liveEndpoint, endpoint] = [parseEndpoint(live.endpoint), parseEndpoint(mockStore.endpoint)];
  const keys = allKeys(mockStore);
  return [
    [run, recordedRun],
    [liveEndpoint.origin, endpoint.origin],
    [liveEndpoint.host, endpoint.host],
    ...allKeys(live).flatMap((own, at) => keyPairs(own, keys[at])),
  ];
}

/** Every text of a target that must not be shown to anybody. */
export function secretsOf(target: Target): readonly string[] {
  return allKeys(target).flatMap((keys) =>
    keys === null ? [] : [keys.accessKeyId, keys.accessKeySecret, keys.securityToken ?? ''],
  );
}

/** In a fixed order; `null` for keys that the run was not given. */
function allKeys({ principals, sts }: Target): readonly (Credentials | null)[] {
  const { owner, delegate, outsider } = principals;
  return [owner, delegate ?? null, outsider ?? null, sts?.valid ?? null, sts?.expired ?? null];
}

function keyPairs(live: Credentials | null, mockStore: Credentials | null | undefined): readonly TextPair[] {
  if (live === null || mockStore === null || mockStore === undefined) return [];
  return [
    [live.accessKeyId, mockStore.accessKeyId],
    [live.accessKeySecret, mockStore.accessKeySecret],
    [live.securityToken ?? '', mockStore.securityToken ?? ''],
  ];
}

/** The first letters tell who it is, where the rest is masked. */
function standInKeys(whose: string, kind: KeyKind): Credentials {
  const keys = { accessKeyId: `${whose}-of-recordings`, accessKeySecret: `${whose}-secret-of-recordings` };
  return kind === 'keys' ? keys : { ...keys, securityToken: `${whose}-token-of-recordings` };
}

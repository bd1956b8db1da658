import type { Credentials } from '../../client/credentials.ts';
import type { ExpectedDeviation } from '../verdict/expected-deviation.ts';

/**
 * The principals whose keys a target file may give. `outsider` is another account; the others are sub-accounts of the
 * owner: `delegate` may do everything that the scenarios need, `reader`, `writer` and `deleter` have only the rights to
 * Get and List, to Put, and to Delete, and `unprivileged` has none.
 */
export const keyedPrincipals = [
  'owner',
  'delegate',
  'outsider',
  'reader',
  'writer',
  'deleter',
  'unprivileged',
] as const;
export type KeyedPrincipal = (typeof keyedPrincipals)[number];

/** Who sends a request. `anonymous` signs nothing, `unknown` signs with keys that were never issued. */
export type Principal = KeyedPrincipal | 'anonymous' | 'unknown';

/** What a store may honestly lack. Declared by the target, never guessed from its failures. */
export const capabilities = [
  'append',
  'copy',
  'encryption',
  'kms',
  'multipart',
  'objects',
  'post',
  'presign',
  'sm4',
  'storage-classes',
  'sts',
  'v1',
  'v4',
  'zrs',
] as const;
export type Capability = (typeof capabilities)[number];

export type TargetKind = 'reference' | 'endpoint' | 'recordings';
export type Addressing = 'path' | 'virtual';
export type SignatureVersion = 'v1' | 'v4';

/** What is judged. */
export interface Target {
  readonly name: string;
  readonly kind: TargetKind;
  /** Scheme, host and port, e.g. `https://oss-cn-hangzhou.aliyuncs.com`. */
  readonly endpoint: string;
  /** The region id, e.g. `cn-hangzhou`. May be empty only if nothing uses V4, because V1 does not need it. */
  readonly region: string;
  readonly addressing: Addressing;
  readonly signature: SignatureVersion;
  /** Always has the version that `signature` names. */
  readonly capabilities: readonly Capability[];
  /** The owner is always present; a clause that needs a missing one is `untested`. */
  readonly principals: { readonly owner: Credentials } & Partial<Record<KeyedPrincipal, Credentials>>;
  readonly sts: TemporaryCredentials | null;
  readonly kms: KmsKeys | null;
  /** Where the store keeps its bytes, if this machine can read them. */
  readonly atRest: { readonly directory: string } | null;
  readonly expected: readonly ExpectedDeviation[];
  readonly limits: TargetLimits;
  /** PEM certificates to trust in addition to those of Node. */
  readonly ca: string | null;
  /** The `User-Agent` of every request; `null` for the suite's own. */
  readonly userAgent: string | null;
}

/** Session credentials of the owner, issued by STS. */
export interface TemporaryCredentials {
  readonly valid: Credentials;
  /** Expired ones of the same kind; their clause is `untested` without them. */
  readonly expired: Credentials | null;
}

/** Keys in the target's KMS. A clause that needs a key that is not named is `untested`. */
export interface KmsKeys {
  readonly keyId: string | null;
  readonly disabledKeyId: string | null;
  readonly pendingDeletionKeyId: string | null;
  readonly pendingImportKeyId: string | null;
}

/** The limits of a run on the target. */
export interface TargetLimits {
  /** Milliseconds to open a connection. */
  readonly connectMs: number;
  /** Milliseconds from the last request byte to the end of the answer's header. */
  readonly answerMs: number;
  /** Milliseconds for which a body, sent or received, may make no progress. */
  readonly idleMs: number;
  /** How long a write may take to become readable before it counts as lost. */
  readonly readAfterWriteMs: number;
  /** Milliseconds for which a throttled request is repeated before the verdict is inconclusive. */
  readonly throttledMs: number;
  /** Milliseconds before a request is tried a second time; twice as long before every further time. */
  readonly backOffMs: number;
  /** Buckets that may exist at one time; OSS accounts have a quota. */
  readonly liveBuckets: number;
}

export const defaultLimits: TargetLimits = {
  connectMs: 5_000,
  answerMs: 10_000,
  idleMs: 10_000,
  readAfterWriteMs: 5_000,
  throttledMs: 10_000,
  backOffMs: 50,
  liveBuckets: 20,
};

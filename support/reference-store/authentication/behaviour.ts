import { timingSafeEqual, type KeyObject } from 'node:crypto';
import { Refusal } from '../errors/refusal.ts';
import type { Address } from '../http/addressing.ts';
import type { HeaderPair, QueryParameter, StoreRequest } from '../http/store-request.ts';
import type { AccessKey } from './access-keys.ts';
import { readClaim } from './claim-reading.ts';
import type { Claim, CredentialScope, V4Claim } from './claim.ts';
import { checkAccessKey, checkAdditionalHeaders, checkPayloadDeclaration, checkScope, checkToken } from './checks.ts';
import { checkScopeDay, checkTime, signatureValidity } from './signature-validity.ts';
import type { SignatureValidity } from './signature-validity.ts';
import { v1Headers, v1Resource, v1StringToSign } from './v1.ts';
import type { V1StringParts } from './v1.ts';
import { v4CanonicalRequest, v4Headers, v4Query, v4SigningKey, v4StringToSign, v4Uri } from './v4.ts';
import type { V4CanonicalParts } from './v4.ts';

/** Every decision between a signature on the wire and the principal it proves, in the order they are taken. */
export interface AuthenticationBehaviour {
  /** `null`: nothing is claimed, the caller is anonymous. */
  readonly claim: (request: StoreRequest) => Claim | Refusal | null;
  readonly scope: (claim: V4Claim, region: string) => Refusal | null;
  readonly additionalHeaders: (claim: V4Claim, request: StoreRequest) => Refusal | null;
  readonly payloadDeclaration: (claim: V4Claim, request: StoreRequest) => Refusal | null;
  readonly accessKey: (claim: Claim, found: AccessKey | undefined) => AccessKey | Refusal;
  readonly token: (claim: Claim, key: AccessKey, tokenHolder: AccessKey | undefined, now: Date) => Refusal | null;
  readonly validity: (claim: Claim, request: StoreRequest) => SignatureValidity | Refusal;
  readonly time: (claim: Claim, time: SignatureValidity, now: Date) => Refusal | null;
  readonly scopeDay: (claim: V4Claim, time: SignatureValidity) => Refusal | null;

  readonly v1Headers: (headers: readonly HeaderPair[]) => string;
  readonly v1Resource: (address: Address, query: readonly QueryParameter[]) => string;
  readonly v1StringToSign: (parts: V1StringParts) => string;

  readonly v4Uri: (address: Address, request: StoreRequest) => string;
  readonly v4Query: (query: readonly QueryParameter[]) => string;
  readonly v4Headers: (headers: readonly HeaderPair[], additionalHeaders: readonly string[]) => string;
  /** The last line of the canonical request (AUTH-24). */
  readonly v4Payload: (claim: V4Claim, request: StoreRequest) => string;
  readonly v4CanonicalRequest: (parts: V4CanonicalParts) => string;
  readonly v4StringToSign: (timestamp: string, scope: CredentialScope, canonicalRequest: string) => string;
  readonly v4SigningKey: (accessKeySecret: string, scope: CredentialScope) => KeyObject;

  readonly matches: (expected: string, provided: string) => boolean;
}

export const documentedAuthentication: AuthenticationBehaviour = {
  claim: readClaim,
  scope: checkScope,
  additionalHeaders: checkAdditionalHeaders,
  payloadDeclaration: checkPayloadDeclaration,
  accessKey: checkAccessKey,
  token: checkToken,
  validity: signatureValidity,
  time: checkTime,
  scopeDay: checkScopeDay,
  v1Headers,
  v1Resource,
  v1StringToSign,
  v4Uri,
  v4Query,
  v4Headers,
  v4Payload: () => 'UNSIGNED-PAYLOAD',
  v4CanonicalRequest,
  v4StringToSign,
  v4SigningKey,
  matches: matchesInConstantTime,
};

/**
 * The time of the comparison must not reveal how much of a forged signature is right. The length of a right one is no
 * secret.
 */
function matchesInConstantTime(expected: string, provided: string): boolean {
  const [right, given] = [Buffer.from(expected), Buffer.from(provided)];
  return right.length === given.length && timingSafeEqual(right, given);
}

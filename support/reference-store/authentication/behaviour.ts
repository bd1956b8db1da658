import { createHash, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../errors/refusal.ts';
import type { Address } from '../http/addressing.ts';
import type { HeaderPair, QueryParameter, StoreRequest } from '../http/store-request.ts';
import type { AccessKey } from './access-keys.ts';
import { readClaim } from './claim-reading.ts';
import type { Claim, CredentialScope, V4Claim } from './claim.ts';
import {
  judgeAccessKey,
  judgeAdditionalHeaders,
  judgePayloadDeclaration,
  judgeScope,
  judgeToken,
} from './judgements.ts';
import { judgeScopeDay, judgeTime, signedTime } from './signed-time.ts';
import type { SignedTime } from './signed-time.ts';
import { v1Headers, v1Resource, v1StringToSign } from './v1.ts';
import { v4CanonicalRequest, v4Headers, v4Query, v4SigningKey, v4StringToSign, v4Uri } from './v4.ts';

/** Every decision between a signature on the wire and the principal it proves, in the order they are taken. */
export interface AuthenticationBehaviour {
  /** `null`: nothing is claimed, the caller is anonymous. */
  claim(request: StoreRequest): Claim | Refusal | null;
  scope(claim: V4Claim, region: string): Refusal | null;
  additionalHeaders(claim: V4Claim, request: StoreRequest): Refusal | null;
  payloadDeclaration(claim: V4Claim, request: StoreRequest): Refusal | null;
  accessKey(claim: Claim, found: AccessKey | undefined): AccessKey | Refusal;
  token(claim: Claim, key: AccessKey, tokenHolder: AccessKey | undefined, now: Date): Refusal | null;
  signedTime(claim: Claim, request: StoreRequest): SignedTime | Refusal;
  time(claim: Claim, time: SignedTime, now: Date): Refusal | null;
  scopeDay(claim: V4Claim, time: SignedTime): Refusal | null;

  v1Headers(headers: readonly HeaderPair[]): string;
  v1Resource(address: Address, query: readonly QueryParameter[]): string;
  v1StringToSign(parts: Parameters<typeof v1StringToSign>[0]): string;

  v4Uri(address: Address, request: StoreRequest): string;
  v4Query(query: readonly QueryParameter[]): string;
  v4Headers(headers: readonly HeaderPair[], additionalHeaders: readonly string[]): string;
  /** The last line of the canonical request (AUTH-24). */
  v4Payload(claim: V4Claim, request: StoreRequest): string;
  v4CanonicalRequest(parts: Parameters<typeof v4CanonicalRequest>[0]): string;
  v4StringToSign(timestamp: string, scope: CredentialScope, canonicalRequest: string): string;
  v4SigningKey(accessKeySecret: string, scope: CredentialScope): Uint8Array;

  matches(expected: string, provided: string): boolean;
}

export const documentedAuthentication: AuthenticationBehaviour = {
  claim: readClaim,
  scope: judgeScope,
  additionalHeaders: judgeAdditionalHeaders,
  payloadDeclaration: judgePayloadDeclaration,
  accessKey: judgeAccessKey,
  token: judgeToken,
  signedTime,
  time: judgeTime,
  scopeDay: judgeScopeDay,
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

/** How long the comparison takes must not tell how much of a forged signature was right; hashing makes the lengths equal. */
function matchesInConstantTime(expected: string, provided: string): boolean {
  return timingSafeEqual(hash(expected), hash(provided));
}

function hash(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}

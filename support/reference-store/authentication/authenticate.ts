import { Refusal } from '../errors/refusal.ts';
import { anonymous } from '../authorization/principal.ts';
import type { Principal } from '../authorization/principal.ts';
import type { Address } from '../http/addressing.ts';
import { headerValue } from '../http/store-request.ts';
import type { StoreRequest } from '../http/store-request.ts';
import type { AccessKey, AccessKeys } from './access-keys.ts';
import type { AuthenticationBehaviour } from './behaviour.ts';
import type { Claim, V4Claim } from './claim.ts';
import { signatureDoesNotMatch } from './checks.ts';
import type { SignatureValidity } from './signature-validity.ts';
import { headerText, v1Signature } from './v1.ts';
import { v4Signature } from './v4.ts';

interface Question {
  readonly request: StoreRequest;
  readonly address: Address;
  readonly keys: AccessKeys;
  readonly region: string;
  readonly now: Date;
}

/**
 * Finds out who the caller is.
 *
 * This code is written from the documentation and shares nothing with the suite's signer: with the same mistake in both, every check between them would pass and prove nothing.
 */
export function authenticate(behaviour: AuthenticationBehaviour, question: Question): Principal | Refusal {
  const { request, address, keys, region, now } = question;
  const claim = behaviour.claim(request);
  if (claim === null) return anonymous;
  if (claim instanceof Refusal) return claim;
  const malformed = claim.version === 'v4' ? checkForm(behaviour, claim, request, region) : null;
  if (malformed) return malformed;

  const key = behaviour.accessKey(claim, keys.find(claim.accessKeyId));
  if (key instanceof Refusal) return key;
  const tokenHolder = claim.securityToken === null ? undefined : keys.findByToken(claim.securityToken);
  const badToken = behaviour.token(claim, key, tokenHolder, now);
  if (badToken) return badToken;

  const time = behaviour.validity(claim, request);
  if (time instanceof Refusal) return time;
  const badTime = behaviour.time(claim, time, now) ?? (claim.version === 'v4' ? behaviour.scopeDay(claim, time) : null);
  if (badTime) return badTime;

  const { stringToSign, signature } = sign(behaviour, { claim, key, time, request, address });
  return behaviour.matches(signature, claim.signature) ? key.principal : signatureDoesNotMatch(claim, stringToSign);
}

function checkForm(
  behaviour: AuthenticationBehaviour,
  claim: V4Claim,
  request: StoreRequest,
  region: string,
): Refusal | null {
  return (
    behaviour.scope(claim, region) ??
    behaviour.additionalHeaders(claim, request) ??
    behaviour.payloadDeclaration(claim, request)
  );
}

interface Signing {
  readonly claim: Claim;
  readonly key: AccessKey;
  readonly time: SignatureValidity;
  readonly request: StoreRequest;
  readonly address: Address;
}

/** The signature the caller should have made. */
function sign(behaviour: AuthenticationBehaviour, signing: Signing): { stringToSign: string; signature: string } {
  const { claim, key, time, request, address } = signing;
  if (claim.version === 'v4') return signV4(behaviour, claim, signing);
  const header = (name: string): string => headerText(headerValue(request.headers, name) ?? '');
  const stringToSign = behaviour.v1StringToSign({
    method: request.method,
    contentMd5: header('content-md5'),
    contentType: header('content-type'),
    date: time.text,
    headers: behaviour.v1Headers(request.headers),
    resource: behaviour.v1Resource(address, request.query),
  });
  return { stringToSign, signature: v1Signature(key.accessKeySecret, stringToSign) };
}

function signV4(
  behaviour: AuthenticationBehaviour,
  claim: V4Claim,
  { key, time, request, address }: Signing,
): { stringToSign: string; signature: string } {
  const canonicalRequest = behaviour.v4CanonicalRequest({
    method: request.method,
    uri: behaviour.v4Uri(address, request),
    query: behaviour.v4Query(request.query),
    headers: behaviour.v4Headers(request.headers, claim.additionalHeaders),
    additionalHeaders: claim.additionalHeaders,
    payload: behaviour.v4Payload(claim, request),
  });
  const stringToSign = behaviour.v4StringToSign(time.text, claim.scope, canonicalRequest);
  return {
    stringToSign,
    signature: v4Signature(behaviour.v4SigningKey(key.accessKeySecret, claim.scope), stringToSign),
  };
}

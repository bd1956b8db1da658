import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { constantFrom, option, record, subarray, type Arbitrary } from 'fast-check';
import { address } from '../../client/addressing.ts';
import type { Credentials } from '../../client/credentials.ts';
import type { HeaderPair, OssRequest } from '../../client/request.ts';
import { trimWhitespace } from '../../client/request.ts';
import type { Signed } from '../../client/signature/signature.ts';
import { signV1Header, signV1Url } from '../../client/signature/v1.ts';
import { signV4Header, signV4Url } from '../../client/signature/v4.ts';
import { AccessKeys } from '../../reference-store/authentication/access-keys.ts';
import { authenticate } from '../../reference-store/authentication/authenticate.ts';
import { documentedAuthentication } from '../../reference-store/authentication/behaviour.ts';
import type { Principal } from '../../reference-store/authorization/principal.ts';
import { Refusal } from '../../reference-store/errors/refusal.ts';
import { addressOf } from '../../reference-store/http/addressing.ts';
import { storeRequest } from '../../reference-store/testing/store-request.ts';
import { property } from './property.ts';
import { momentsInThisCentury, oddRequest, oddSecret } from './odd-requests.ts';

/** The suite's signer and the store's verifier are independent implementations of the documentation: here they meet. */

const endpoint = { origin: 'http://127.0.0.1:9000', host: '127.0.0.1:9000' };
const region = 'cn-hangzhou';
const owner: Principal = { kind: 'account', name: 'owner', accountId: '1' };

interface Case {
  readonly request: OssRequest;
  readonly secret: string;
  readonly token: string | undefined;
  readonly at: Date;
  readonly version: 'v1' | 'v4';
  readonly placement: 'header' | 'url';
  readonly addressing: 'path' | 'virtual';
  readonly additionalHeaders: readonly string[];
}

const cases: Arbitrary<Case> = record({
  request: oddRequest,
  secret: oddSecret,
  token: option(constantFrom('CAIS+/==', 'token'), { nil: undefined }),
  at: momentsInThisCentury,
  version: constantFrom<'v1' | 'v4'>('v1', 'v4'),
  placement: constantFrom<'header' | 'url'>('header', 'url'),
  addressing: constantFrom<'path' | 'virtual'>('path', 'virtual'),
  additionalHeaders: subarray(['host', 'Cache-Control', 'x-other', 'content-type', 'absent']),
});

function credentialsOf({ secret, token }: Case): Credentials {
  const keys = { accessKeyId: 'LTAIexample', accessKeySecret: secret };
  return token === undefined ? keys : { ...keys, securityToken: token };
}

function sign(given: Case): OssRequest {
  const { version, placement, at, additionalHeaders } = given;
  const { host } = address(endpoint, given.addressing, given.request);
  const request = { ...given.request, headers: [['Host', host] as const, ...given.request.headers] };
  const credentials = credentialsOf(given);
  const v4 = { at, region, additionalHeaders };
  const signed: Signed =
    version === 'v1'
      ? placement === 'url'
        ? signV1Url(request, credentials, { at, expiresIn: 60 })
        : signV1Header(request, credentials, { at })
      : placement === 'url'
        ? signV4Url(request, credentials, { ...v4, expiresIn: 60 })
        : signV4Header(request, credentials, v4);
  return {
    ...request,
    query: [...request.query, ...signed.query],
    headers: [...request.headers, ...signed.headers],
  };
}

/** How the store reads this request when it arrives as written. */
function verify(request: OssRequest, given: Case): Principal | Refusal {
  const keys = new AccessKeys();
  const { securityToken, ...key } = credentialsOf(given);
  const session = securityToken === undefined ? null : { securityToken, expiresAt: new Date(8.64e15) };
  keys.add({ ...key, principal: owner, session });
  const { target } = address(endpoint, given.addressing, request);
  const arrived = storeRequest({
    method: request.method,
    target,
    // As every HTTP parser hands values on.
    headers: request.headers.map(([name, value]): HeaderPair => [name, trimWhitespace(value)]),
  });
  const addressed = addressOf(arrived);
  assert.ok(!(addressed instanceof Refusal));
  return authenticate(documentedAuthentication, { request: arrived, address: addressed, keys, region, now: given.at });
}

const alteration: Arbitrary<(signed: OssRequest) => OssRequest> = constantFrom(
  (signed) => ({ ...signed, method: signed.method === 'GET' ? 'PUT' : 'GET' }),
  (signed) => ({ ...signed, bucket: 'bucket-1', key: `${signed.key ?? ''}/` }),
  (signed) => ({ ...signed, headers: [...signed.headers, ['x-oss-added', '']] }),
  (signed) => ({ ...signed, headers: [['content-type', 'another'], ...signed.headers] }),
  (signed) => ({ ...signed, query: [...signed.query, ['x-oss-added']] }),
  (signed) => ({ ...signed, query: [...signed.query, ['restore']] }),
);

describe('what the client signs', () => {
  property('is accepted by the store, whatever key, headers and query it has', cases, (given) => {
    const outcome = verify(sign(given), given);
    assert.equal(outcome, owner, outcome instanceof Refusal ? JSON.stringify(outcome) : '');
  });

  property(
    'is refused as soon as anything that is signed becomes something else',
    record({ given: cases, alteration }),
    ({ given, alteration: alter }) => {
      const altered = alter(sign(given));
      assert.ok(verify(altered, given) instanceof Refusal, JSON.stringify(altered));
    },
  );

  property('is refused for every other secret', record({ given: cases, other: oddSecret }), ({ given, other }) => {
    if (keyOf(other) === keyOf(given.secret)) return;
    const outcome = verify(sign(given), { ...given, secret: other });
    assert.equal(outcome instanceof Refusal && outcome.code, 'SignatureDoesNotMatch');
  });
});

/** HMAC pads a key with zeros (RFC 2104): secrets that differ only in trailing zeros are the same key. */
function keyOf(secret: string): string {
  return Buffer.from(secret).toString('latin1').replace(/\0+$/, '');
}

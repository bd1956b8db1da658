import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FaultKind } from './exchange.ts';
import { faultFrom } from './fault.ts';

const origin = 'https://store.test';

function failure(code: string): Error {
  return Object.assign(new Error('Authorization: OSS ak:secret'), { code });
}

const table: readonly (readonly [error: unknown, kind: FaultKind])[] = [
  [failure('ENOTFOUND'), 'dns'],
  [failure('EAI_AGAIN'), 'dns'],
  [failure('ECONNREFUSED'), 'refused'],
  [failure('EHOSTUNREACH'), 'refused'],
  [new AggregateError([failure('ECONNREFUSED'), failure('ENETUNREACH')], ''), 'refused'],
  [failure('ETIMEDOUT'), 'timeout'],
  [failure('UND_ERR_CONNECT_TIMEOUT'), 'timeout'],
  [failure('ECONNRESET'), 'reset'],
  [failure('EPIPE'), 'reset'],
  [failure('UND_ERR_SOCKET'), 'reset'],
  [failure('NEVER_SEEN'), 'reset'],
  [new Error('without a code'), 'reset'],
  ['not an error', 'reset'],
  [failure('CERT_HAS_EXPIRED'), 'tls'],
  [failure('DEPTH_ZERO_SELF_SIGNED_CERT'), 'tls'],
  [failure('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'tls'],
  [failure('ERR_TLS_CERT_ALTNAME_INVALID'), 'tls'],
  [failure('ERR_SSL_WRONG_VERSION_NUMBER'), 'tls'],
  [failure('UND_ERR_HEADERS_OVERFLOW'), 'too-large'],
  [failure('UND_ERR_RES_CONTENT_LENGTH_MISMATCH'), 'malformed'],
];

for (const [error, kind] of table)
  test(`${error instanceof Error && 'code' in error ? String(error.code) : String(error)} is ${kind}, in one line of our own words`, () => {
    const fault = faultFrom(error, 'connect', origin);
    assert.equal(fault.kind, kind);
    assert.match(fault.message, /^[\x20-\x7e]+\.$/);
    assert.ok(fault.message.includes(origin));
    assert.ok(!fault.message.includes('secret'), fault.message);
  });

test('a port that does not speak TLS and a private CA have a remedy each', () => {
  assert.match(
    faultFrom(failure('ERR_SSL_WRONG_VERSION_NUMBER'), 'connect', origin).message,
    /http:\/\/ may be right\.$/,
  );
  assert.match(faultFrom(failure('SELF_SIGNED_CERT_IN_CHAIN'), 'connect', origin).message, /for a private CA, /);
});

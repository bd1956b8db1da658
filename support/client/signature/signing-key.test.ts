import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signingKey } from './signing-key.ts';

const scope = { day: '20221228', region: 'cn-hangzhou', product: 'oss', terminator: 'aliyun_v4_request' };

test('the signing key is the one of section 7.4', () => {
  assert.equal(signingKey('sk', scope).hex, '8d506f0bcbfd104fae0bd4708fa6dcdc118784aaefe2a290198131d199f91f7f');
});

test('a key is derived once for a secret and a scope', () => {
  assert.equal(signingKey('sk', scope), signingKey('sk', { ...scope }));
  assert.notEqual(signingKey('sk', scope), signingKey('sk', { ...scope, product: 'oss-cloudbox' }));
  assert.notEqual(signingKey('sk', scope), signingKey('other', scope));
});

test('the cache forgets the oldest key, and derives it again unchanged', () => {
  const first = signingKey('first', scope);
  for (let day = 0; day < 100; day += 1) signingKey('many', { ...scope, day: String(day) });
  const again = signingKey('first', scope);
  assert.notEqual(again, first);
  assert.equal(again.hex, first.hex);
});

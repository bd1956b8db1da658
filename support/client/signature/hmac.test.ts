import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { HmacSha256 } from './hmac.ts';

const key = Buffer.from('00ff7f80'.repeat(8), 'hex');
const texts = [
  '',
  'a',
  'OSS4-HMAC-SHA256\n20261128T000000Z',
  'ü€😀',
  'x'.repeat(341),
  'x'.repeat(342),
  'x'.repeat(5_000),
];

for (const text of [...texts, 'a'])
  test(`the HMAC of ${text.length} characters is that of node:crypto`, () => {
    assert.equal(hmac.of(text), createHmac('sha256', key).update(text).digest('hex'));
  });

const hmac = new HmacSha256(key);

test('a key that is longer than a block is refused', () => {
  assert.throws(() => new HmacSha256(Buffer.alloc(65)), /longer than a block/);
});

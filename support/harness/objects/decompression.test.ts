import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { HeaderPair } from '../../client/request.ts';
import { Nonconformance } from '../verdict/finding.ts';
import { decompressed } from './decompression.ts';

const text = Buffer.from('abc');

function answer(body: Uint8Array, ...headers: HeaderPair[]): Parameters<typeof decompressed>[0] {
  return { status: 200, headers, body };
}

test('an answer without a Content-Encoding is as it is', () => {
  assert.deepEqual(decompressed(answer(text)), text);
});

test('an answer in gzip is decompressed', () => {
  assert.deepEqual(decompressed(answer(gzipSync(text), ['content-encoding', 'GZIP'])), text);
});

test('an answer whose body is not what its Content-Encoding says is a fault of the store', () => {
  const cutOff = gzipSync(text).subarray(0, 15);
  const tooLarge = gzipSync(Buffer.alloc(2 * 1024 * 1024));
  for (const body of [text, cutOff, tooLarge])
    assert.throws(() => decompressed(answer(body, ['Content-Encoding', 'gzip'])), Nonconformance);
  assert.throws(() => decompressed(answer(text, ['Content-Encoding', 'br'])), Nonconformance);
});

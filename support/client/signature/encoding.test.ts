import assert from 'node:assert/strict';
import { test } from 'node:test';
import { percentEncode, percentEncodePath } from './encoding.ts';

const table: readonly (readonly [text: string, encoded: string, path: string])[] = [
  ['AZaz09-._~', 'AZaz09-._~', 'AZaz09-._~'],
  ['a b', 'a%20b', 'a%20b'],
  ['a+b', 'a%2Bb', 'a%2Bb'],
  ["!'()*", '%21%27%28%29%2A', '%21%27%28%29%2A'],
  ['100%', '100%25', '100%25'],
  ['%2F', '%252F', '%252F'],
  ['a/../b//c', 'a%2F..%2Fb%2F%2Fc', 'a/../b//c'],
  ['中é😀', '%E4%B8%AD%C3%A9%F0%9F%98%80', '%E4%B8%AD%C3%A9%F0%9F%98%80'],
  ['\0\n\u007F', '%00%0A%7F', '%00%0A%7F'],
  ['?#&=;:@,$', '%3F%23%26%3D%3B%3A%40%2C%24', '%3F%23%26%3D%3B%3A%40%2C%24'],
  ['\uD800', '%EF%BF%BD', '%EF%BF%BD'],
];

for (const [text, encoded, path] of table)
  test(`${JSON.stringify(text)} is encoded once, and in a path keeps its slashes`, () => {
    assert.equal(percentEncode(text), encoded);
    assert.equal(percentEncodePath(text), path);
  });

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nearest, suggestion } from './nearest.ts';

describe('the nearest word', () => {
  const candidates = ['capabilities', 'kms', 'sts', 'owner', 'accessKeyId', 'accessKeySecret', 'v1'];
  const rows: readonly [string, string | null][] = [
    ['capabilites', 'capabilities'],
    ['capabilitise', 'capabilities'],
    ['Capabilities', 'capabilities'],
    ['access_key_id', 'accessKeyId'],
    ['accessKeySecrets', 'accessKeySecret'],
    ['kmss', 'kms'],
    ['onwer', 'owner'],
    ['ownr', 'owner'],
    ['owners', 'owner'],
    ['onxer', null],
    ['V1', 'v1'],
    ['v3', null],
    ['banana', null],
    ['', null],
    ['x'.repeat(10_000), null],
  ];
  for (const [word, expected] of rows) {
    test(`to "${word.slice(0, 20)}" is ${expected ?? 'none'}`, () => assert.equal(nearest(word, candidates), expected));
  }

  test('is suggested in words, or not at all', () => {
    assert.equal(suggestion('kmss', candidates), '; did you mean "kms"?');
    assert.equal(suggestion('banana', candidates), '');
    assert.equal(suggestion('banana', []), '');
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeEncryption } from './object-encryption.ts';

const words: readonly (readonly [algorithm: string | undefined, dataAlgorithm: string | undefined, words: string])[] = [
  [undefined, undefined, 'no encryption'],
  ['AES256', undefined, 'AES256'],
  ['KMS', undefined, 'KMS'],
  ['KMS', 'SM4', 'KMS with SM4 data encryption'],
  ['KMS', 'AES256', 'KMS'],
  ['SM4', 'SM4', 'SM4'],
  [undefined, 'SM4', 'no encryption'],
];
for (const [algorithm, dataAlgorithm, expected] of words)
  test(`the headers ${algorithm ?? 'none'} and ${dataAlgorithm ?? 'none'} tell of ${expected}`, () => {
    assert.equal(describeEncryption(algorithm, dataAlgorithm), expected);
  });

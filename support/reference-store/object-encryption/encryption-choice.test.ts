import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EncryptionRule } from '../bucket-encryption/encryption-rule.ts';
import { Refusal } from '../errors/refusal.ts';
import { chooseEncryption } from './encryption-choice.ts';

type Said = [algorithm: string | null, dataAlgorithm: string | null, keyId: string | null];

const kmsRule: EncryptionRule = { algorithm: 'KMS', kmsMasterKeyId: 'of-the-rule', kmsDataEncryption: 'SM4' };

function choose([algorithm, kmsDataEncryption, kmsMasterKeyId]: Said, rule: EncryptionRule | null): string {
  const choice = chooseEncryption({ algorithm, kmsDataEncryption, kmsMasterKeyId }, rule);
  if (choice === null) return 'none';
  if (choice instanceof Refusal) return `${choice.status} ${choice.code}`;
  return [choice.algorithm, choice.kmsDataEncryption ?? '-', choice.kmsMasterKeyId ?? '-'].join(' ');
}

const matrix: { said: Said; withoutRule: string; withRule: string }[] = [
  // OBJ-16, row by row
  { said: [null, null, null], withoutRule: 'none', withRule: 'KMS SM4 of-the-rule' },
  { said: ['KMS', null, null], withoutRule: 'KMS - -', withRule: 'KMS - -' },
  { said: ['AES256', null, null], withoutRule: 'AES256 - -', withRule: 'AES256 - -' },
  { said: ['SM4', null, null], withoutRule: 'SM4 - -', withRule: 'SM4 - -' },
  { said: ['KMS', 'SM4', null], withoutRule: 'KMS SM4 -', withRule: 'KMS SM4 -' },
  { said: ['AES256', 'SM4', null], withoutRule: 'AES256 - -', withRule: 'AES256 - -' },
  { said: ['SM4', 'SM4', null], withoutRule: 'SM4 - -', withRule: 'SM4 - -' },
  { said: [null, 'SM4', null], withoutRule: 'none', withRule: 'KMS SM4 of-the-rule' },
  // key ids
  { said: ['KMS', null, 'mine'], withoutRule: 'KMS - mine', withRule: 'KMS - mine' },
  { said: [null, null, 'mine'], withoutRule: 'none', withRule: 'KMS SM4 of-the-rule' },
  { said: ['KMS', null, ''], withoutRule: '400 InvalidArgument', withRule: '400 InvalidArgument' },
  { said: ['AES256', null, 'mine'], withoutRule: '400 InvalidArgument', withRule: '400 InvalidArgument' },
  { said: ['SM4', null, 'mine'], withoutRule: '400 InvalidArgument', withRule: '400 InvalidArgument' },
  // values that are not offered
  ...['DES', 'aes256', 'kms', '', 'None', ' AES256', 'AES128'].map((algorithm) => ({
    said: [algorithm, null, null] satisfies Said as Said,
    withoutRule: '400 InvalidEncryptionAlgorithmError',
    withRule: '400 InvalidEncryptionAlgorithmError',
  })),
  {
    said: ['KMS', 'AES256', null],
    withoutRule: '400 InvalidDataEncryptionAlgorithmError',
    withRule: '400 InvalidDataEncryptionAlgorithmError',
  },
];

describe('encryption choice', () => {
  for (const { said, withoutRule, withRule } of matrix) {
    it(`of ${JSON.stringify(said)} is ${withoutRule}, and under a rule ${withRule}`, () => {
      assert.equal(choose(said, null), withoutRule);
      assert.equal(choose(said, kmsRule), withRule);
    });
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EncryptionRule } from '../bucket-encryption/encryption-rule.ts';
import { DamagedKeyError } from '../kms/key-wrapping.ts';
import { createMasterKeys } from '../kms/master-key-file.ts';
import { accepted, rule } from '../objects/testing/test-object-context.ts';
import { DataKeys } from './data-keys.ts';

describe('data keys', () => {
  const masterKeys = createMasterKeys();
  const dataKeys = new DataKeys(async () => masterKeys);

  for (const choice of [rule('AES256'), rule('SM4'), rule('KMS')] satisfies EncryptionRule[]) {
    it(`open for the object they were made for and for no other, with ${choice.algorithm}`, async () => {
      const { description, dataKey } = accepted(await dataKeys.create(choice, 'bucket', 'key'));
      assert.deepEqual(accepted(await dataKeys.unlock(description, 'bucket', 'key')).dataKey, dataKey);
      await assert.rejects(dataKeys.unlock(description, 'bucket', 'other'), DamagedKeyError);
      await assert.rejects(dataKeys.unlock(description, 'other', 'key'), DamagedKeyError);
    });

    it(`are fresh each time, with ${choice.algorithm}`, async () => {
      const one = accepted(await dataKeys.create(choice, 'bucket', 'key'));
      const other = accepted(await dataKeys.create(choice, 'bucket', 'key'));
      assert.notDeepEqual(one.dataKey, other.dataKey);
    });
  }
});

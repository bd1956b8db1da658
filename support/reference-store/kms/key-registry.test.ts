import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KeyRegistry, defaultAlias, namedKeys } from './key-registry.ts';
import { DamagedKeyError } from './key-wrapping.ts';
import { KmsError } from './kms-error.ts';

const context = Buffer.from('bucket/key');

function refuses(code: string, status: number): (error: unknown) => boolean {
  return (error) => error instanceof KmsError && error.code === code && error.status === status;
}

describe('key registry', () => {
  const refusals: { key: string; code: string; status: number }[] = [
    { key: namedKeys.disabled, code: 'KeyDisabled', status: 409 },
    { key: namedKeys.pendingDeletion, code: 'KeyPendingDeletion', status: 409 },
    { key: namedKeys.pendingImport, code: 'KeyPendingImport', status: 409 },
    { key: namedKeys.forbidden, code: 'AccessDenied', status: 403 },
    { key: 'test_wrong', code: 'KeyNotFound', status: 404 },
    { key: '', code: 'KeyNotFound', status: 404 },
    { key: 'alias/none', code: 'AliasNotFound', status: 404 },
  ];
  for (const { key, code, status } of refusals) {
    it(`refuses the key "${key}" with ${status} ${code}`, () => {
      assert.throws(() => KeyRegistry.create().generateDataKey(key, context), refuses(code, status));
    });
  }

  it('gives a different data key each time and opens each', () => {
    const registry = KeyRegistry.create();
    const one = registry.generateDataKey(namedKeys.enabled, context);
    const other = registry.generateDataKey(namedKeys.enabled, context);
    assert.notDeepEqual(one.plaintext, other.plaintext);
    assert.deepEqual(registry.decrypt(one.wrapped, context), one.plaintext);
    assert.deepEqual(registry.decrypt(other.wrapped, context), other.plaintext);
  });

  it('reports the id of the key behind the default alias', () => {
    const registry = KeyRegistry.create();
    const { keyId } = registry.generateDataKey(defaultAlias, context);
    assert.match(keyId, /^[0-9a-f-]{36}$/);
    assert.equal(registry.generateDataKey(keyId, context).keyId, keyId);
  });

  it('opens nothing while the key is disabled', () => {
    const registry = KeyRegistry.create();
    const { wrapped } = registry.generateDataKey(namedKeys.enabled, context);
    const disabled = registry.keys.map((key) => ({ ...key, state: 'Disabled' as const }));
    assert.throws(() => new KeyRegistry(disabled, []).decrypt(wrapped, context), refuses('KeyDisabled', 409));
  });

  it('detects a flipped bit in every byte of a wrapped key', () => {
    const registry = KeyRegistry.create();
    const { wrapped } = registry.generateDataKey(namedKeys.enabled, context);
    for (let at = 0; at < wrapped.length; at += 1) {
      const damaged = Buffer.from(wrapped);
      damaged[at]! ^= 1;
      assert.throws(() => registry.decrypt(damaged, context), `byte ${at}`);
    }
    assert.throws(() => registry.decrypt(Buffer.alloc(0), context), DamagedKeyError);
  });

  it('does not open a wrapped key for another object or under another registry', () => {
    const registry = KeyRegistry.create();
    const { wrapped } = registry.generateDataKey(namedKeys.enabled, context);
    assert.throws(() => registry.decrypt(wrapped, Buffer.from('bucket/other')), DamagedKeyError);
    assert.throws(() => KeyRegistry.create().decrypt(wrapped, context), DamagedKeyError);
  });
});

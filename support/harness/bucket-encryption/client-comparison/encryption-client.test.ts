import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareClients, type EncryptionAct } from './encryption-client.ts';
import { sdkPath } from './sdk-client.ts';
import { startReferenceTarget } from '../../../run/reference-target.ts';

const acts: readonly EncryptionAct[] = [{ what: 'set', algorithm: 'AES256' }, { what: 'read' }];

test('if the clients agree, the result says on what', () => {
  const outcomes = ['done', 'AES256'];
  assert.equal(
    compareClients(acts, [
      { name: 'one', outcomes },
      { name: 'other', outcomes },
    ]),
    'one, other agree: set AES256 → done; read → AES256',
  );
});

test('if the clients differ, each result is shown for that act only', () => {
  assert.equal(
    compareClients(acts, [
      { name: 'one', outcomes: ['done', 'AES256'] },
      { name: 'other', outcomes: ['done', 'a success without a rule'] },
      { name: 'third', outcomes: ['done', 'AES256'] },
    ]),
    'the paths differ: read → one: AES256, other: a success without a rule, third: AES256',
  );
});

test('the SDK is no path to a store that it would address wrongly', async () => {
  const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;
  const { target, close } = await startReferenceTarget(style);
  await close();
  for (const endpoint of ['http://192.0.2.1:9000', 'http://[::1]:9000'])
    assert.equal(await sdkPath({ ...target, endpoint }), null);
});

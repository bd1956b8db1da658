import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../../client/exchange.ts';
import { Inconclusive } from '../verdict/finding.ts';
import { Conversation } from '../conversation/conversation.ts';
import { tryEncryptionGate } from './encryption-gate.ts';

const owner = { accessKeyId: 'id', accessKeySecret: 'secret' };

/** A store that answers every request with that error. */
function refusing(status: number, code: string): Conversation {
  const body = new TextEncoder().encode(`<Error><Code>${code}</Code><Message>No.</Message></Error>`);
  const request = { origin: 'http://127.0.0.1', method: 'GET', path: '/', headers: [], body: null };
  const exchange: Exchange = {
    request,
    signature: null,
    outcome: { answer: { status, headers: [], body } },
    startedAt: 0,
    durationMs: 0,
  };
  return new Conversation({ send: () => Promise.resolve(exchange) }, owner);
}

test('an owner who may not read rules says nothing of the store', async () => {
  await assert.rejects(tryEncryptionGate(refusing(403, 'AccessDenied'), owner, 'b'), Inconclusive);
});

for (const [status, code] of [
  [400, 'InvalidArgument'],
  [404, 'NoSuchBucket'],
  [501, 'NotImplemented'],
] as const)
  test(`a store that answers ${status} ${code} does not know the sub-resource`, async () => {
    const gate = await tryEncryptionGate(refusing(status, code), owner, 'b');
    assert.equal(gate.open, false);
  });

test('a store that has no rule for a new bucket knows the sub-resource', async () => {
  const gate = await tryEncryptionGate(refusing(404, 'NoSuchServerSideEncryptionRule'), owner, 'b');
  assert.deepEqual(gate, { open: true });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NotPrepared } from '../conversation/conversation.ts';
import { Untested } from '../verdict/finding.ts';
import { meaningOfRefusal } from './rule-preparation.ts';
import type { Exchange } from '../../client/exchange.ts';
import type { KmsKeys } from '../target/target.ts';

const known: KmsKeys = {
  keyId: 'own',
  disabledKeyId: 'disabled',
  pendingDeletionKeyId: null,
  pendingImportKeyId: null,
};
const invalidArgument = '<Error><Code>InvalidArgument</Code></Error>';

const exchange: Exchange = {
  request: { origin: 'http://oss.test', method: 'PUT', path: '/bkt/?encryption', headers: [], body: null },
  signature: null,
  outcome: { answer: { status: 400, headers: [], body: new Uint8Array() } },
  startedAt: 0,
  durationMs: 0,
};

interface Refused {
  readonly keyId?: string | null;
  readonly status?: number;
  readonly body?: string;
  readonly foreign?: string;
}

function meaning(
  { keyId = 'test_wrong', status = 400, body = invalidArgument, foreign }: Refused,
  keys: KmsKeys | null = known,
): Error {
  const answer = { status, headers: [], body: new TextEncoder().encode(body) };
  const refusal = new NotPrepared('PutBucketEncryption', { exchange, answer, foreign: foreign ?? null, tries: 1 });
  const key = keyId === null ? [] : [['KMSMasterKeyID', keyId] as const];
  return meaningOfRefusal(refusal, [['SSEAlgorithm', 'KMS'], ...key], keys);
}

test('a store that refuses a rule with an unknown key leaves untested what needs that rule', () => {
  const words = 'the store took no rule with a key that the target lacks (PBE-20): 400 InvalidArgument';
  assert.deepEqual(meaning({}), new Untested(words));
  assert.deepEqual(meaning({}, null), new Untested(words));
});

const others: Readonly<Record<string, Refused>> = {
  'a rule with the key of the target': { keyId: 'own' },
  'a rule with a disabled key of the target': { keyId: 'disabled' },
  'a rule without a key': { keyId: null },
  'a rule with an empty key': { keyId: '' },
  'a failure of the store': { status: 500 },
  'an answer without an error': { body: '' },
  'an error with a redirection': { status: 307 },
  'the answer of a gateway': { foreign: '400 with a page' },
};
for (const [title, refused] of Object.entries(others))
  test(`${title} is no lookup of keys, and the preparation failed`, () => {
    assert.ok(meaning(refused) instanceof NotPrepared);
  });

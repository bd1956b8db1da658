import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../../client/exchange.ts';
import type { OssRequest } from '../../client/request.ts';
import { Conversation } from '../conversation/conversation.ts';
import { Redactor } from '../evidence/redaction.ts';
import { Blocked, Inconclusive, Unsupported } from '../verdict/finding.ts';
import { requireOpenGate, tryGate } from './sub-resource-gate.ts';
import type { SubResource } from './sub-resource.ts';

const owner = { accessKeyId: 'id', accessKeySecret: 'secret' };
const redactor = new Redactor([]);
const tagging: SubResource = {
  name: 'tagging',
  gate: 'TAG-01',
  reading: 'TAG-02',
  names: ['Tagging', 'TagSet'],
  text: ['TagSet'],
};

/** A store that answers every request of a bucket like this, and lists its buckets. */
function answering(status: number, text: string): Conversation {
  const ofBucket = exchangeOf(status, text);
  const ofService = exchangeOf(200, '<ListAllMyBucketsResult/>');
  const send = ({ bucket }: OssRequest) => Promise.resolve(bucket === undefined ? ofService : ofBucket);
  return new Conversation({ send }, owner);
}

function exchangeOf(status: number, text: string): Exchange {
  const request = { origin: 'http://127.0.0.1', method: 'GET', path: '/', headers: [], body: null };
  return {
    request,
    signature: null,
    outcome: { answer: { status, headers: [], body: new TextEncoder().encode(text) } },
    startedAt: 0,
    durationMs: 0,
  };
}

function refusing(status: number, code: string): Conversation {
  return answering(status, `<Error><Code>${code}</Code><Message>No.</Message></Error>`);
}

test('an owner who may not read the sub-resource says nothing about the store', async () => {
  await assert.rejects(tryGate(tagging, refusing(403, 'AccessDenied'), owner, 'b', redactor), Inconclusive);
});

for (const [status, code] of [
  [400, 'InvalidArgument'],
  [404, 'NoSuchBucket'],
  [501, 'NotImplemented'],
] as const)
  test(`a store that answers ${status} ${code} closes the gate for the clause on reading it`, async () => {
    const gate = await tryGate(tagging, refusing(status, code), owner, 'b', redactor);
    assert.equal(gate.isOpen ? null : gate.instrument?.clause, 'TAG-02');
  });

test('a store that answers as the sub-resource is answered knows it', async () => {
  const gate = await tryGate(tagging, answering(200, '<Tagging><TagSet/></Tagging>'), owner, 'b', redactor);
  assert.deepEqual(gate, { name: 'tagging', isOpen: true });
});

const request = (method: string, ...names: readonly string[]): OssRequest => ({
  method,
  bucket: 'b',
  query: names.map((name) => [name]),
  headers: [],
});

test('a list of objects closes the gate, for every request that names the sub-resource', async () => {
  const gate = await tryGate(tagging, answering(200, '<ListBucketResult/>'), owner, 'b', redactor);
  for (const method of ['GET', 'PUT', 'DELETE'])
    assert.throws(
      () => requireOpenGate([gate], request(method, 'tagging')),
      (error) => {
        assert.ok(error instanceof Blocked);
        const { exchanges, ...instrument } = error.instrument;
        assert.deepEqual(instrument, {
          name: 'GET ?tagging',
          clause: 'TAG-01',
          expected: 'GET ?tagging on a new bucket to be answered as a tagging answer',
          got: '200 ListBucketResult',
        });
        return exchanges.length === 1;
      },
    );
});

test('an answer without a body closes the gate, and the reason says what is missing', async () => {
  const gate = await tryGate(tagging, answering(200, ''), owner, 'b', redactor);
  assert.throws(() => requireOpenGate([gate], request('GET', 'tagging')), {
    message: 'GET ?tagging does not work here: got 200 without a body (TAG-01)',
  });
});

test('nothing is asked of a sub-resource that the target declares to lack', () => {
  assert.throws(
    () => requireOpenGate([{ name: 'tagging', isOpen: false, instrument: null }], request('GET', 'tagging')),
    new Unsupported('the target declares that it lacks tagging'),
  );
});

const gates = [{ name: 'tagging', isOpen: true }] as const;

for (const method of ['PUT', 'DELETE'])
  test(`${method} of a sub-resource that no clause file declares is refused as our own mistake`, () => {
    assert.throws(() => requireOpenGate(gates, request(method, 'logging')), {
      name: 'Error',
      message: `${method} ?logging is not sent: no clause file declares this sub-resource`,
    });
  });

for (const harmless of [
  request('DELETE', 'tagging'),
  request('PUT', 'acl', 'tagging'),
  request('GET', 'logging'),
  request('PUT'),
  { ...request('PUT', 'partNumber', 'uploadId'), key: 'k' },
])
  test(`${harmless.method} ?${harmless.query.join('&')} passes`, () => {
    requireOpenGate(gates, harmless);
  });

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange, FaultKind, WireFault } from '../client/exchange.ts';
import type { OssRequest } from '../client/request.ts';
import { Conversation } from './conversation.ts';
import { Inconclusive, Nonconformance } from './finding.ts';
import { getBucketEncryption } from './requests.ts';

const owner = { accessKeyId: 'id', accessKeySecret: 'secret' };

/** What the store does: a status, a status with Retry-After, or a fault of the wire. */
type Doing = number | FaultKind | { readonly status: number; readonly retryAfter: string };

/** A client whose store does to the judged request what is listed, the last for ever, and one thing to the control request. */
function scripted(judged: readonly [Doing, ...Doing[]], control: Doing = 200): Conversation {
  let asked = 0;
  const client = {
    async send(request: OssRequest): Promise<Exchange> {
      if (request.bucket === undefined) return exchange(control);
      const doing = judged[Math.min(asked, judged.length - 1)] ?? judged[0];
      asked += 1;
      return exchange(doing);
    },
  };
  return new Conversation(client, owner, 100);
}

function exchange(doing: Doing): Exchange {
  const request = { origin: 'http://127.0.0.1', method: 'GET', path: '/', headers: [], body: null };
  return { request, signature: null, outcome: outcomeOf(doing), startedAt: 0, durationMs: 0 };
}

function outcomeOf(doing: Doing): Exchange['outcome'] {
  if (typeof doing === 'string') {
    const fault: WireFault = { kind: doing, phase: doing === 'refused' ? 'connect' : 'headers', message: doing };
    return { fault, partial: null };
  }
  if (typeof doing === 'number') return { answer: { status: doing, headers: [], body: new Uint8Array() } };
  return {
    answer: { status: doing.status, headers: [['Retry-After', doing.retryAfter]], body: new Uint8Array() },
  };
}

const asking = getBucketEncryption('bucket');

const heard: readonly (readonly [what: string, judged: readonly [Doing, ...Doing[]], status: number])[] = [
  ['an answer', [200], 200],
  ['a refusal', [404], 404],
  ['501, which is an answer like any other', [501], 501],
  ['an answer after a reset', ['reset', 200], 200],
  ['an answer after two timeouts', ['timeout', 'timeout', 403], 403],
  ['an answer after 500', [500, 200], 200],
  ['an answer after throttling', [503, 503, 204], 204],
];
for (const [what, judged, status] of heard)
  test(`${what} is heard`, async () => {
    const { answer } = await scripted(judged).ask(asking, owner);
    assert.equal(answer.status, status);
  });

const faults: readonly (number | FaultKind)[] = [
  'reset',
  'timeout',
  'too-large',
  'malformed',
  'refused',
  'dns',
  'tls',
  500,
  502,
  504,
];
for (const fault of faults) {
  test(`${fault} to the request alone, three times, is nonconformance`, async () => {
    await assert.rejects(
      scripted([fault]).ask(asking, owner),
      (error) =>
        error instanceof Nonconformance && /3 times, while a control request was answered/u.test(error.message),
    );
  });
  test(`${fault} to the control request too is the environment's fault`, async () => {
    await assert.rejects(scripted([fault], fault).ask(asking, owner), Inconclusive);
  });
}

test('throttling that does not end says nothing of the store', async () => {
  await assert.rejects(
    scripted([503]).ask(asking, owner),
    (error) => error instanceof Inconclusive && /throttled/u.test(error.message),
  );
});

test('a Retry-After longer than the patience ends the wait at once', async () => {
  await assert.rejects(scripted([{ status: 503, retryAfter: '3600' }]).ask(asking, owner), Inconclusive);
});

test('a throttled control request proves nothing', async () => {
  await assert.rejects(scripted(['reset'], 503).ask(asking, owner), Inconclusive);
});

test('a request that is not one to repeat is sent once', async () => {
  const conversation = scripted(['reset', 200]);
  const append: OssRequest = {
    method: 'POST',
    bucket: 'bucket',
    key: 'k',
    query: [['append'], ['position', '0']],
    headers: [],
  };
  await assert.rejects(conversation.ask(append, owner), Inconclusive);
  assert.equal(conversation.exchanges.length, 2, 'the request and its control');
});

test('whatever a preparation meets but a success says nothing of the clause', async () => {
  for (const doing of [400, 404, 501, 'reset', 500] as const)
    await assert.rejects(
      scripted([doing]).prepare('PutBucket', asking),
      (error) => error instanceof Inconclusive && error.message.startsWith('could not prepare: PutBucket'),
    );
});

test('every exchange is kept, those that failed and those of control too', async () => {
  const conversation = scripted(['reset', 200]);
  await conversation.ask(asking, owner);
  assert.equal(conversation.exchanges.length, 3);
});

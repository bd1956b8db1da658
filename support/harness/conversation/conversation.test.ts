import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Answer, Exchange, FaultKind, FaultPhase, WireFault } from '../../client/exchange.ts';
import type { HeaderPair, OssRequest } from '../../client/request.ts';
import { Conversation, nameOfCall, successOf } from './conversation.ts';
import { Inconclusive, Nonconformance } from '../verdict/finding.ts';
import { deleteBucketEncryption, getBucketEncryption } from '../bucket-encryption/encryption-requests.ts';

const owner = { accessKeyId: 'id', accessKeySecret: 'secret' };

/** The reply: a fault of the wire, a status with its usual document, a complete answer, or a partial one. */
type Doing = FaultKind | number | Partial<Answer> | Part;

interface Part {
  /** The fault that ended it. */
  readonly cutBy: FaultKind;
  readonly partial: Answer;
}

interface Script {
  /** The replies to the judged request, one for each try; the last one repeats. */
  readonly judged: readonly [Doing, ...Doing[]];
  readonly control?: Doing;
}

function scripted({ judged, control = 200 }: Script): Conversation {
  let tries = 0;
  const client = {
    async send(request: OssRequest): Promise<Exchange> {
      if (request.bucket === undefined) return exchange(control, '<ListAllMyBucketsResult/>');
      const doing = judged[Math.min(tries, judged.length - 1)] ?? judged[0];
      tries += 1;
      return exchange(doing, '<ServerSideEncryptionRule/>');
    },
  };
  return new Conversation(client, owner, { throttledMs: 100, backOffMs: 0 });
}

function exchange(doing: Doing, document: string): Exchange {
  const request = { origin: 'http://127.0.0.1', method: 'GET', path: '/', headers: [], body: null };
  return { request, signature: null, outcome: outcomeOf(doing, document), startedAt: 0, durationMs: 0 };
}

function outcomeOf(doing: Doing, document: string): Exchange['outcome'] {
  if (typeof doing === 'string') return { fault: faultOf(doing), partial: null };
  if (typeof doing === 'number' || !('cutBy' in doing)) return { answer: answerOf(doing, document) };
  return { fault: { kind: doing.cutBy, phase: 'body', message: doing.cutBy }, partial: doing.partial };
}

/** The phase of such a fault. */
const phases: Readonly<Record<FaultKind, FaultPhase>> = {
  dns: 'connect',
  refused: 'connect',
  tls: 'connect',
  reset: 'headers',
  timeout: 'headers',
  'too-large': 'body',
  malformed: 'headers',
};

function faultOf(kind: FaultKind): WireFault {
  return { kind, phase: phases[kind], message: kind };
}

function answerOf(doing: number | Partial<Answer>, document: string): Answer {
  if (typeof doing === 'object') return { status: 200, headers: [], body: new Uint8Array(), ...doing };
  if (doing < 300) return { status: doing, headers: [], body: bytes(document) };
  return { status: doing, headers: [], body: bytes('<Error><Code>Some</Code></Error>') };
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function refusal(code: string): Partial<Answer> {
  return { status: 403, body: bytes(`<Error><Code>${code}</Code></Error>`) };
}

const loginPage: Partial<Answer> = { body: bytes('\n<!DOCTYPE html>\n<html><body>Please log in') };
const redirection: Partial<Answer> = { status: 302, headers: [['Location', 'https://login.example/']] };
const half: Partial<Answer> = { body: bytes('<ServerSideEncryptionRule><Apply') };
const bomb: Partial<Answer> = { body: bytes('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>') };
const nothing: Partial<Answer> = {};
const retryAfter = (seconds: string): Partial<Answer> => {
  const headers: readonly HeaderPair[] = [['Retry-After', seconds]];
  return { status: 503, headers };
};

const asking = getBucketEncryption('bucket');
const append: OssRequest = { method: 'POST', bucket: 'b', key: 'k', query: [['append']], headers: [] };

const finalAnswers: readonly (readonly [what: string, judged: Script['judged'], status: number, tries: number])[] = [
  ['an answer', [200], 200, 1],
  ['a refusal', [404], 404, 1],
  ['501, which is an answer like any other', [501], 501, 1],
  ['an answer after a reset', ['reset', 200], 200, 2],
  ['an answer after two timeouts', ['timeout', 'timeout', 403], 403, 3],
  ['an answer after a connection that was refused', ['refused', 200], 200, 2],
  ['an answer after 500', [500, 200], 200, 2],
  ['an answer after throttling', [503, 429, 204], 204, 3],
  ['an answer after a login page', [loginPage, 204], 204, 2],
  ['an answer after half of one', [half, bomb, 200], 200, 3],
  ['an answer after a redirection', [redirection, 200], 200, 2],
  ['the refusal of a signature, when just this request always gets it', [refusal('SignatureDoesNotMatch')], 403, 2],
  ['an answer after a clock that was wrong', [refusal('RequestTimeTooSkewed'), 200], 200, 2],
  ['a page, when just this request always gets it', [loginPage], 200, 3],
  ['a document that cannot be read, when just this request always gets it', [half], 200, 3],
  ['nothing at all, when just this request always gets it', [nothing], 200, 3],
  ["the store's own 500, when just this request always gets it", [500], 500, 3],
];
for (const [what, judged, status, tries] of finalAnswers)
  test(`${what} is taken as the answer`, async () => {
    const result = await scripted({ judged }).ask(asking, owner);
    assert.deepEqual([result.answer.status, result.tries], [status, tries]);
  });

for (const fault of ['reset', 'timeout', 'too-large', 'malformed'] as const)
  test(`${fault} to the request alone, three times, is nonconformance`, async () => {
    await assert.rejects(
      scripted({ judged: [fault] }).ask(asking, owner),
      saying(Nonconformance, /to each of 3 tries of GET \?encryption of a bucket, while/u),
    );
  });

test("a gateway's 502 to the request alone, three times, is nonconformance", async () => {
  await assert.rejects(
    scripted({ judged: [{ status: 502 }] }).ask(asking, owner),
    saying(Nonconformance, /got 502 to each of 3 tries/u),
  );
});

test('an account that may not use the endpoint says nothing about the store', async () => {
  await assert.rejects(
    scripted({ judged: [{ ...refusal('PublicEndpointForbidden'), status: 400 }] }).ask(asking, owner),
    saying(Inconclusive, /\(400 PublicEndpointForbidden\); use a custom domain .* or an internal endpoint$/u),
  );
});

const parts: readonly (readonly [cutBy: FaultKind, headers: readonly HeaderPair[], words: string])[] = [
  ['reset', [['Content-Length', '1040']], '200 with less of a body than its Content-Length of 1040 (reset)'],
  ['timeout', [['content-length', '9']], '200 with less of a body than its Content-Length of 9 (timeout)'],
  ['reset', [['Transfer-Encoding', 'chunked']], '200 with a body that breaks off (reset)'],
  ['malformed', [['Transfer-Encoding', 'chunked']], '200 with a body that is not framed as HTTP'],
  ['too-large', [], '200 with a body of endless length'],
];
for (const [cutBy, headers, words] of parts)
  test(`${words}, three times, is nonconformance in these words, however much came`, async () => {
    const partial = { status: 200, headers, body: bytes('half of an obj') };
    const shorter = { ...partial, body: bytes('half') };
    await assert.rejects(
      scripted({
        judged: [
          { cutBy, partial },
          { cutBy, partial: shorter },
        ],
      }).ask(asking, owner),
      new Nonconformance(
        'a whole answer',
        `${words} to each of 3 tries of GET ?encryption of a bucket, while ListBuckets was answered after each`,
      ),
    );
  });

test('the whole answer after half of one is taken', async () => {
  const partial = { status: 200, headers: [], body: bytes('half') };
  const { tries } = await scripted({ judged: [{ cutBy: 'reset', partial }, 200] }).ask(asking, owner);
  assert.equal(tries, 2);
});

for (const fault of ['refused', 'dns', 'tls'] as const)
  test(`${fault} says nothing of a store that has not seen the request, whatever the control request meets`, async () => {
    await assert.rejects(scripted({ judged: [fault] }).ask(asking, owner), saying(Inconclusive, /could not be sent/u));
  });

const everywhere: readonly (readonly [what: string, doing: Doing])[] = [
  ['a reset', 'reset'],
  ['a timeout', 'timeout'],
  ['a refused connection', 'refused'],
  ['a name that does not resolve', 'dns'],
  ['a bad certificate', 'tls'],
  ['an answer that is not HTTP', 'malformed'],
  ['an answer without end', 'too-large'],
  ['500', 500],
  ['502', 502],
  ['504', 504],
  ['a login page', loginPage],
  ['a redirection', redirection],
  ['half a document', half],
  ['an XML bomb', bomb],
  ['an empty answer', nothing],
  ['a clock that jumped', refusal('RequestTimeTooSkewed')],
  ['keys that were revoked', refusal('InvalidAccessKeyId')],
  ['a token that expired', refusal('SecurityTokenExpired')],
];
for (const [what, doing] of everywhere)
  test(`${what} that the control request meets too is the environment's fault`, async () => {
    await assert.rejects(
      scripted({ judged: [doing], control: doing }).ask(asking, owner),
      saying(Inconclusive, /a control request failed too/u),
    );
  });

test('a control request that something else answers proves nothing', async () => {
  for (const control of [loginPage, redirection, nothing, { status: 204 }, { body: bytes('<ListBucketResult/>') }, 503])
    await assert.rejects(scripted({ judged: ['reset'], control }).ask(asking, owner), Inconclusive);
});

test('a control request that OSS refuses proves that the store answers', async () => {
  const { answer } = await scripted({ judged: ['reset', 200], control: refusal('AccessDenied') }).ask(asking, owner);
  assert.equal(answer.status, 200);
});

test('throttling that does not end says nothing of the store', async () => {
  await assert.rejects(scripted({ judged: [503] }).ask(asking, owner), saying(Inconclusive, /throttled/u));
});

test('a Retry-After longer than the patience ends the wait at once', async () => {
  await assert.rejects(scripted({ judged: [retryAfter('3600')] }).ask(asking, owner), Inconclusive);
});

test('a request that must not be repeated is sent once', async () => {
  const conversation = scripted({ judged: ['reset', 200] });
  await assert.rejects(conversation.ask(append, owner), Inconclusive);
  assert.equal(conversation.exchanges.length, 2, 'the request and its control');
});

test('a request that was never sent may be sent again, whatever it is', async () => {
  const { tries } = await scripted({ judged: ['refused', 200] }).ask(append, owner);
  assert.equal(tries, 2);
});

test('a page in answer to a request that must not be repeated says nothing of the store', async () => {
  await assert.rejects(scripted({ judged: [loginPage] }).ask(append, owner), Inconclusive);
});

test('what a success of a write carries is no matter', async () => {
  const { foreign, tries } = await scripted({ judged: [{ body: bytes('OK') }] }).ask(
    deleteBucketEncryption('b'),
    owner,
  );
  assert.deepEqual([foreign, tries], [null, 1]);
});

test('whatever a preparation meets but a success says nothing of the clause', async () => {
  for (const doing of [400, 404, 501, 'reset', 'refused', 500, loginPage, redirection] as const)
    await assert.rejects(
      async () => successOf('PutBucket', await scripted({ judged: [doing] }).prepare('PutBucket', asking)),
      (error) => error instanceof Inconclusive && /could not (?:prepare: PutBucket|be sent)/u.test(error.message),
    );
});

test('every exchange is kept, those that failed and those of control too', async () => {
  const conversation = scripted({ judged: ['reset', 200] });
  await conversation.ask(asking, owner);
  assert.equal(conversation.exchanges.length, 3);
});

function saying(kind: typeof Nonconformance | typeof Inconclusive, words: RegExp): (error: unknown) => boolean {
  return (error) => error instanceof kind && words.test(error.message);
}

describe('the name of a call', () => {
  const bucket = 'photos';
  const rows: readonly (readonly [name: string, request: Omit<OssRequest, 'headers'>])[] = [
    ['GET of the service', { method: 'GET', query: [['prefix', 'a']] }],
    ['GET of a bucket', { method: 'GET', bucket, query: [['max-keys', '1']] }],
    ['GET ?list-type of a bucket', { method: 'GET', bucket, query: [['prefix'], ['list-type', '2']] }],
    ['GET ?location of a bucket', { method: 'GET', bucket, query: [['location']] }],
    ['GET ?location of a bucket', { method: 'GET', bucket, query: [['location', '']] }],
    ['GET of a bucket', { method: 'GET', bucket, query: [['max-keys', '1'], ['prefix']] }],
    ['GET of a bucket', { method: 'GET', bucket, query: [['marker', '']] }],
    ['GET ?uploadId of an object', { method: 'GET', bucket, key: 'a', query: [['uploadId', '7']] }],
    ['PUT of an object', { method: 'PUT', bucket, key: 'a', query: [] }],
  ];
  for (const [name, request] of rows)
    test(`${JSON.stringify(request.query)}: ${name}`, () =>
      assert.equal(nameOfCall({ ...request, headers: [] }), name));
});

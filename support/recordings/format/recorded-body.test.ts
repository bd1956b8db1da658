import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import {
  isRecordedBody,
  playBody,
  recordAnswerBody,
  recordRequestBody,
  UnrecordableBody,
  type RecordedBody,
} from './recorded-body.ts';

const texts = ['a', 'a\nb', 'a\r\nb\r\n', '\n', '\uFEFF<?xml?>', '中\t文', '\n\n\n', '"\\'];

for (const text of texts)
  test(`the text ${JSON.stringify(text)} is kept by its lines and comes back byte for byte`, () => {
    const body = Buffer.from(text);
    const recorded = recordAnswerBody(body, []);
    assert.ok(recorded !== null && 'text' in recorded);
    assert.deepEqual(Buffer.from(playBody(recorded, [])), body);
  });

const others: readonly (readonly [what: string, bytes: Uint8Array])[] = [
  ['a byte that is not UTF-8', Buffer.from([0xff])],
  ['a NUL', Buffer.from('a\0b')],
  ['an escape, which would disturb a screen', Buffer.from('\u001b[2J')],
  ['an object of a kilobyte', randomBytes(1024)],
];

for (const [what, bytes] of others)
  test(`${what} is kept in hexadecimal and comes back byte for byte`, () => {
    const recorded = recordAnswerBody(bytes, []);
    assert.ok(recorded !== null && 'hex' in recorded);
    assert.deepEqual(Buffer.from(playBody(recorded, [])), Buffer.from(bytes));
  });

test('no body is kept as none', () => {
  assert.equal(recordRequestBody(new Uint8Array()), null);
  assert.deepEqual(playBody(null, []), new Uint8Array());
});

test('a long request is recorded by its digest, which differs for every other body', () => {
  const body = randomBytes(1024 * 1024);
  const recorded = recordRequestBody(body);
  assert.ok(recorded !== null && 'sha256' in recorded && JSON.stringify(recorded).length < 120);
  assert.ok(isRecordedBody(body, recorded));
  const other = Buffer.from(body);
  other[500_000] = (other[500_000] ?? 0) ^ 1;
  assert.ok(!isRecordedBody(other, recorded));
  assert.ok(!isRecordedBody(body.subarray(1), recorded));
});

test('a long answer is what a request has sent, or a part of it', () => {
  const sent = [Buffer.from('another'), randomBytes(1024 * 1024)];
  const whole = recordAnswerBody(sent[1] ?? Buffer.alloc(0), sent);
  assert.deepEqual(whole, { sentBy: 2, from: 0, bytes: 1024 * 1024 });
  const part = sent[1]?.subarray(100, 700_001) ?? Buffer.alloc(0);
  const recorded = recordAnswerBody(part, sent);
  assert.deepEqual(recorded, { sentBy: 2, from: 100, bytes: 699_901 });
  assert.deepEqual(Buffer.from(playBody(recorded, sent)), part);
});

test('a long answer that no request has sent is in no recording', () => {
  assert.throws(() => recordAnswerBody(randomBytes(8 * 1024), [Buffer.from('a')]), UnrecordableBody);
});

const one: RecordedBody = { text: ['<A>', '</A>'] };
const departures: readonly (readonly [what: string, body: string])[] = [
  ['one byte more', '<A>\n</A> '],
  ['one byte less', '<A>\n</A'],
  ['another byte', '<B>\n</A>'],
  ['another line end', '<A>\r\n</A>'],
  ['nothing', ''],
];

for (const [what, body] of departures)
  test(`${what} is not the recorded body`, () => {
    assert.ok(isRecordedBody(Buffer.from('<A>\n</A>'), one));
    assert.ok(!isRecordedBody(Buffer.from(body), one));
  });

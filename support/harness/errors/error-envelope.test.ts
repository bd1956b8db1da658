import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, Exchange } from '../../client/exchange.ts';
import type { HeaderPair } from '../../client/request.ts';
import { envelopeDeparture, idDeparture, isHttpDate, mismatchedIdentity, sharedRequestIds } from './error-envelope.ts';

const document =
  '<Error><Code>NoSuchBucket</Code><Message>m</Message><RequestId>ID</RequestId><HostId>bkt.oss.test</HostId></Error>';
const xml: HeaderPair = ['Content-Type', 'application/xml'];

function answer(body: string, headers: readonly HeaderPair[] = [xml]): Answer {
  return { status: 404, headers, body: new TextEncoder().encode(body) };
}

const departures: readonly (readonly [what: string, answer: Answer, departure: string | null])[] = [
  ['the documented document', answer(document), null],
  ['a charset behind the type', answer(document, [['content-type', 'application/xml; charset=utf-8']]), null],
  ['no type', answer(document, []), 'no Content-Type'],
  ['another type', answer(document, [['Content-Type', 'text/html']]), 'Content-Type text/html'],
  ['no XML', answer('{}'), 'a body that is not XML (it does not begin with an element)'],
  ['another root', answer('<Fault/>'), 'the root element Fault'],
  [
    'missing and empty elements',
    answer('<Error><Code>c</Code><Message></Message></Error>'),
    'no Message, no RequestId, no HostId',
  ],
];
for (const [what, given, departure] of departures)
  test(`${what} ${departure === null ? 'is an error document' : 'departs from one'}`, () => {
    const found = envelopeDeparture(given);
    // Whatever the XML reader says about a fault.
    const words = found?.replace(/\(.*\)$/u, '') ?? null;
    assert.equal(words, departure?.replace(/\(.*\)$/u, '') ?? null);
  });

function exchange(host: string): Exchange {
  return {
    request: { origin: 'http://oss.test', method: 'GET', path: '/', headers: [['Host', host]], body: null },
    signature: null,
    outcome: { answer: answer(document) },
    startedAt: 0,
    durationMs: 0,
  };
}
const withId: readonly HeaderPair[] = [xml, ['x-oss-request-id', 'ID']];

const identities: readonly (readonly [what: string, host: string, answer: Answer, mismatch: string | null])[] = [
  ['the host that was asked', 'bkt.oss.test', answer(document, withId), null],
  ['that host with its port, in another case', 'BKT.oss.test:9000', answer(document, withId), null],
  ["the bucket's host for a bucket in the path", 'oss.test', answer(document, withId), null],
  ['a missing header', 'oss.test', answer(document), 'no x-oss-request-id'],
  ['a missing RequestId', 'oss.test', answer('<Error><Code>c</Code></Error>', withId), 'no RequestId'],
  ['an empty RequestId', 'oss.test', answer(document.replace('ID', ''), withId), 'an empty RequestId'],
  ['an empty HostId', 'oss.test', answer(document.replace('bkt.oss.test', ''), withId), 'an empty HostId'],
  ['another document', 'oss.test', answer('<Fault/>', withId), 'the root element of the body is Fault, not Error'],
  ['another host', 'boss.test', answer(document, withId), 'a HostId that is not that host'],
  [
    'another id',
    'oss.test',
    answer(document, [xml, ['x-oss-request-id', 'OTHER']]),
    'another RequestId than x-oss-request-id',
  ],
];
for (const [what, host, given, mismatch] of identities)
  test(`${what} ${mismatch === null ? 'is no mismatch' : 'is a mismatch'}`, () => {
    assert.equal(mismatchedIdentity(exchange(host), given), mismatch);
  });

const datesOfHttp: readonly (readonly [text: string, expected: boolean])[] = [
  ['Sun, 22 Nov 2026 12:06:42 GMT', true],
  ['Mon, 22 Nov 2026 12:06:42 GMT', false],
  ['Sunday, 22-Nov-26 12:06:42 GMT', false],
  ['2026-11-22T12:06:42Z', false],
  ['', false],
];
for (const [text, expected] of datesOfHttp)
  test(`"${text}" is ${expected ? 'a' : 'no'} date of HTTP`, () => {
    assert.equal(isHttpDate(text), expected);
  });

function carrying(...ids: readonly (string | null)[]): readonly Exchange[] {
  return ids.map((id) => ({
    ...exchange('oss.test'),
    outcome: { answer: answer(document, id === null ? [xml] : [xml, ['X-Oss-Request-Id', id]]) },
  }));
}

test('every answer needs its own request id', () => {
  assert.equal(sharedRequestIds(carrying('A', 'B', 'C')), null);
  assert.equal(sharedRequestIds(carrying('A', 'B', 'A', 'A')), '2 of 4 answers with the id of an earlier one');
  assert.equal(sharedRequestIds(carrying('A', 'B', null, '')), '2 of 4 answers without one');
});

test('an id is described without its digits', () => {
  assert.equal(idDeparture('0123456789ABCDEF01234567', 24), null);
  assert.equal(idDeparture('0123456789abcdef01234567', 24), 'one with lower-case digits');
  assert.equal(idDeparture('0123456789-BCDEF01234567', 24), 'one with characters that are no such digits');
  assert.equal(idDeparture('', 24), 'one of 0 characters');
});

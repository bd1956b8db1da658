import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../client/exchange.ts';
import { isAnswerToListBuckets, refusesKeys, strangenessOf } from './store-answer.ts';

function answer(status: number, body = '', headers: Answer['headers'] = []): Answer {
  return { status, headers, body: new TextEncoder().encode(body) };
}

const nginx: Answer['headers'] = [['Server', 'nginx']];
const html: Answer['headers'] = [['content-type', 'text/html; charset=utf-8']];
const error = '<Error><Code>NoSuchBucket</Code></Error>';

const could: readonly (readonly [what: string, method: string, key: string | undefined, answer: Answer])[] = [
  ['a document', 'GET', undefined, answer(200, '<ListBucketResult/>')],
  ['an error', 'GET', undefined, answer(404, error)],
  ['an error that is labelled as HTML', 'GET', undefined, answer(404, error, html)],
  ['an error without a document', 'DELETE', undefined, answer(404)],
  ['an accepted write', 'PUT', undefined, answer(200)],
  ['an accepted write with a word in its body', 'PUT', undefined, answer(200, 'OK')],
  ['an object that is not XML', 'GET', 'key', answer(200, '\u0000\u0001')],
  ['an object that is empty', 'GET', 'key', answer(200)],
  ['an object that has not changed', 'GET', 'key', answer(304)],
  ['an answer to HEAD', 'HEAD', undefined, answer(200, '', [['Content-Type', 'application/xml']])],
];
for (const [what, method, key, given] of could)
  test(`${what} could come from a store`, () => {
    assert.equal(strangenessOf({ method, ...(key !== undefined && { key }) }, given), null);
  });

const strange: readonly (readonly [method: string, key: string | undefined, answer: Answer, words: RegExp])[] = [
  ['GET', undefined, answer(200, '<!DOCTYPE html><html>'), /^200 with an HTML page$/u],
  ['PUT', undefined, answer(200, '<!-- a --> <HTML lang="en">'), /^200 with an HTML page$/u],
  ['GET', 'key', answer(200, '\n<html>'), /^200 with an HTML page$/u],
  ['DELETE', undefined, answer(404, '<?xml version="1.0"?>\n<!doctype html><html>'), /^404 with an HTML page$/u],
  ['HEAD', 'key', answer(200, '', html), /^200 with an HTML page$/u],
  ['PUT', 'key', answer(307, error), /^307, a redirect without a Location$/u],
  ['GET', 'key', answer(302, '', [['Location', '/login?token=x']]), /^302, a redirect within the same host$/u],
  [
    'GET',
    'key',
    answer(307, '', [['Location', 'https://bkt.o.test/k?s=x']]),
    /^307, a redirect to "https:\/\/BUCKET\.o\.test"$/u,
  ],
  [
    'GET',
    undefined,
    answer(400, 'Bad', nginx),
    /^400 with .*, apparently from an intermediary \(Server "nginx", no x-oss-request-id\)$/u,
  ],
  ['PUT', undefined, answer(400, '<html>', nginx), /^400 with an HTML page, apparently from an intermediary/u],
  [
    'GET',
    undefined,
    answer(200, 'zip', [['Content-Encoding', 'gzip']]),
    /^200 with Content-Encoding "gzip", which was not requested$/u,
  ],
  ['GET', undefined, answer(200, '<ListBucketResult>'), /^200 with a body that is not XML/u],
  ['GET', undefined, answer(200), /^200 without a body$/u],
  ['GET', undefined, answer(204), /^204 without a body$/u],
  ['GET', 'key', answer(404, '404 page not found'), /^404 with a body that is not XML/u],
];
for (const [method, key, given, words] of strange)
  test(`${String(words)} to ${method} ${key === undefined ? 'a bucket' : 'an object'} may be from a device in between`, () => {
    const strangeness = strangenessOf({ method, bucket: 'bkt', ...(key !== undefined && { key }) }, given);
    assert.match(strangeness?.words ?? 'nothing strange', words);
  });

test('an answer that no store gives is distinguished from a mistake of a store', () => {
  const kinds = strange.map(([method, , given]) => strangenessOf({ method }, given)?.kind);
  assert.deepEqual([...new Set(kinds)], ['foreign', 'unreadable']);
  assert.equal(kinds.filter((kind) => kind === 'foreign').length, 9);
});

test('a page that is huge is recognised by its beginning, in no time', () => {
  const page = `${'<!-- '.repeat(200_000)}<html>`;
  const started = performance.now();
  strangenessOf({ method: 'PUT' }, answer(200, page));
  assert.ok(performance.now() - started < 1_000);
});

test('a refusal of the keys is distinguished from a refusal of the request', () => {
  const refusal = (code: string): Answer => answer(403, `<Error><Code>${code}</Code></Error>`);
  assert.equal(refusesKeys(refusal('RequestTimeTooSkewed')), true);
  assert.equal(refusesKeys(refusal('AccessDenied')), false);
  assert.equal(refusesKeys(answer(200, 'RequestTimeTooSkewed')), false);
});

test('buckets, and errors of OSS, answer ListBuckets; nothing else does', () => {
  const answers = [answer(200, '<ListAllMyBucketsResult/>'), answer(403, error), answer(200), answer(200, '<html/>')];
  assert.deepEqual(answers.map(isAnswerToListBuckets), [true, true, false, false]);
});

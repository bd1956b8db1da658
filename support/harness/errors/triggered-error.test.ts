import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Untested } from '../verdict/finding.ts';
import { TriggeredError } from './triggered-error.ts';

function triggered(status: number, body: string): TriggeredError {
  return new TriggeredError({ answer: { status, headers: [], body: new TextEncoder().encode(body) } });
}

test('the error that was wanted is seen', () => {
  const error = triggered(404, '<Error><Code>NoSuchKey</Code></Error>');
  error.expect('NoSuchKey');
  error.requireNamed();
});

test('where nothing was triggered, nothing has to be seen', () => {
  triggered(200, '').requireNamed();
});

const documented: readonly (readonly [code: string, given: string])[] = [
  ['SecurityTokenExpired', 'InvalidAccessKeyId'],
  ['AccessKeyIdAndSecurityTokenNotMatch', 'InvalidSecurityToken'],
  ['AccessKeyIdAndSecurityTokenNotMatch', 'SecurityTokenExpired'],
];
for (const [code, given] of documented)
  test(`where the pages have ${given} as well as ${code}, either is seen`, () => {
    const error = triggered(403, `<Error><Code>${given}</Code></Error>`);
    error.expect(code);
    error.requireNamed();
    assert.throws(() => triggered(403, `<Error><Code>${code}</Code></Error>`).expect(given), Untested);
  });

const others: readonly (readonly [status: number, body: string, words: string])[] = [
  [200, '', 'the store made no NoSuchKey of this: it answered 200'],
  [200, '<Error><Code>NoSuchKey</Code></Error>', 'the store made no NoSuchKey of this: it answered 200 NoSuchKey'],
  [
    403,
    '<Error><Code>AccessDenied</Code></Error>',
    'the store made no NoSuchKey of this: it answered 403 AccessDenied',
  ],
];
for (const [status, body, words] of others)
  test(`${status} ${body} is not the error that was wanted`, () => {
    assert.throws(() => triggered(status, body).expect('NoSuchKey'), new Untested(words));
  });

test('an error without a code may be judged, and is never what was wanted', () => {
  const error = triggered(404, '');
  error.expect('NoSuchKey');
  assert.throws(() => error.requireNamed(), new Untested('the store made no NoSuchKey of this: it answered 404'));
});

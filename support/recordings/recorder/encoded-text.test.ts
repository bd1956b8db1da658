import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replaceAlsoEncoded } from './encoded-text.ts';

const hex = (text: string): string => Buffer.from(text).toString('hex');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const spaced = (text: string): string =>
  hex(text)
    .toUpperCase()
    .replaceAll(/(..)(?!$)/gu, '$1 ');

const line = (word: string): string => `the bucket is called ${word}, and so on`;

/** How each text reads after `inside` has become `outside`. */
const table: readonly (readonly [what: string, write: (word: string) => string])[] = [
  ['as it is', line],
  ['in hexadecimal', (word) => `<A>${hex(line(word))}</A>`],
  ['in spaced upper-case hexadecimal', (word) => `<StringToSignBytes>${spaced(line(word))}</StringToSignBytes>`],
  ['in base64', (word) => `{"policy":"${base64(line(word))}"}`],
  ['in base64 for URLs', (word) => `?x=${Buffer.from(`${line(word)}???>>>`).toString('base64url')}&y`],
  ['in hexadecimal within base64', (word) => base64(`<Error>${spaced(line(word))}</Error>`)],
  ['in base64 within base64', (word) => base64(base64(line(word)))],
  ['in two places', (word) => `${base64(line(word))} and ${line(word)}`],
];

for (const [what, write] of table)
  test(`a text ${what} is changed, and encoded as it was`, () => {
    const changed = replaceAlsoEncoded(write('inside'), (text) => text.replaceAll('inside', 'outside'));
    assert.equal(changed, write('outside'));
  });

test('what only looks encoded stays unchanged', () => {
  const texts = [
    '0123456789abcdef0123456789abcdef',
    'application/x-www-form-urlencoded',
    '5C1B138A109F4E405B2D8AEF',
    '',
  ];
  for (const text of texts)
    assert.equal(
      replaceAlsoEncoded(text, (plain) => plain.replaceAll('inside', 'outside')),
      text,
    );
});

import { beginning, phraseReader, phrasesIn, words } from './phrases.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const reader = phraseReader('refusal', {
  refuses: () => 'any',
  'refuses with N "…"': (status, code) => `${status} ${code}`,
  'refuses with N "…" (2.x)': (status, code) => `${status} ${code} of 2.x`,
  ...beginning('takes', words({ AES256: 'A', 'KMS, then': 'K' }), (meaning) => `rule ${meaning}`),
});

const cases: readonly (readonly [text: string, meaning: string])[] = [
  ['refuses', 'any'],
  ['refuses with 403 "AccessDenied"', '403 AccessDenied'],
  [`refuses with 403 'Access "Denied"'`, '403 Access "Denied"'],
  ['refuses with 400 "" (2.x)', '400  of 2.x'],
  ['takes KMS, then', 'rule K'],
];
for (const [text, meaning] of cases)
  test(`"${text}" means ${meaning}`, () => {
    assert.equal(reader.read(text), meaning);
    assert.match(text, new RegExp(`^${reader.regexp.source}$`, 'u'));
  });

test('what is no phrase is refused, and so is a phrase with more around it', () => {
  for (const text of ['accepts', 'refuses with x "y"', 'refuses with 400 "y" (2ax)', 'it refuses'])
    assert.throws(() => reader.read(text), /no refusal reads/u);
});

test('the phrases read back as they were written', () => {
  assert.deepEqual(phrasesIn(reader.regexp.source), [
    'refuses',
    'refuses with N "…"',
    'refuses with N "…" (2.x)',
    'takes AES256',
    'takes KMS, then',
  ]);
  assert.deepEqual(phrasesIn(String.raw`-?\d+`), []);
});

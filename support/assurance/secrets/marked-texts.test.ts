import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MarkedTexts } from './marked-texts.ts';

const secret = 'x+Marked/Secret=%&<"key">';
const marked = new MarkedTexts([
  { what: 'the secret', text: secret },
  { what: 'another', text: 'x+MarkedDifferently' },
]);

const writings: Readonly<Record<string, string>> = {
  'as it is': secret,
  'percent-encoded': encodeURIComponent(secret),
  'percent-encoded twice': encodeURIComponent(encodeURIComponent(secret)),
  'in JSON': JSON.stringify({ secret }),
  'in XML': secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  'in hexadecimal': Buffer.from(secret).toString('hex'),
  'in hexadecimal with blanks': Buffer.from(secret)
    .toString('hex')
    .toUpperCase()
    .replaceAll(/(..)(?!$)/g, '$1 '),
  'in base64': Buffer.from(secret).toString('base64'),
  'in base64, second of three': Buffer.from(`a${secret}b`).toString('base64'),
  'in base64, third of three': Buffer.from(`ab${secret}`).toString('base64'),
  'in base64 for URLs': Buffer.from(`<Code>${secret}</Code>`).toString('base64url'),
};
for (const [how, text] of Object.entries(writings))
  test(`a marked text is found where it stands ${how}`, () => {
    assert.deepEqual([...marked.in(`before ${text} after`)], ['the secret']);
  });

test('a part of it is not it', () => {
  assert.deepEqual([...marked.in(secret.slice(1))], []);
  assert.deepEqual([...marked.in(secret.slice(0, -1))], []);
});

test('what would be found everywhere is not looked for', () => {
  assert.throws(() => new MarkedTexts([{ what: 'a word', text: 'short' }]), /^Error: a word is too short/u);
});

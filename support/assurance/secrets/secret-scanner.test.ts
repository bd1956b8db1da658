import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SecretScanner } from './secret-scanner.ts';

const secret = 'x+Marked/Secret=%&<"key">';
const scanner = new SecretScanner([
  { what: 'the secret', text: secret },
  { what: 'another', text: 'x+MarkedDifferently' },
]);

const encodings: Readonly<Record<string, string>> = {
  'as it is': secret,
  'percent-encoded': encodeURIComponent(secret),
  'percent-encoded twice': encodeURIComponent(encodeURIComponent(secret)),
  'in JSON': JSON.stringify({ secret }),
  'in XML': secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  'in hexadecimal': Buffer.from(secret).toString('hex'),
  'in hexadecimal with spaces': Buffer.from(secret)
    .toString('hex')
    .toUpperCase()
    .replaceAll(/(..)(?!$)/g, '$1 '),
  'in base64': Buffer.from(secret).toString('base64'),
  'in base64, second of three': Buffer.from(`a${secret}b`).toString('base64'),
  'in base64, third of three': Buffer.from(`ab${secret}`).toString('base64'),
  'in base64 for URLs': Buffer.from(`<Code>${secret}</Code>`).toString('base64url'),
};
for (const [how, text] of Object.entries(encodings))
  test(`a marked text is found ${how}`, () => {
    assert.deepEqual([...scanner.findIn(`before ${text} after`)], ['the secret']);
  });

test('a part of it is not it', () => {
  assert.deepEqual([...scanner.findIn(secret.slice(1))], []);
  assert.deepEqual([...scanner.findIn(secret.slice(0, -1))], []);
});

test('what would be found everywhere is not looked for', () => {
  assert.throws(() => new SecretScanner([{ what: 'a word', text: 'short' }]), /^Error: a word is too short/u);
});

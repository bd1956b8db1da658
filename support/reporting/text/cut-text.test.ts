import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutText } from './cut-text.ts';

test('a short text stays whole', () => {
  assert.equal(cutText('x'.repeat(10), 10), 'x'.repeat(10));
});

test('a long text is cut, and two with the same beginning stay different', () => {
  const [one, other] = [cutText(`${'x'.repeat(10)}a`, 10), cutText(`${'x'.repeat(10)}b`, 10)];
  assert.match(one, /^x{10}… \[11 characters in all, SHA-256 [0-9a-f]{64}\]$/);
  assert.notEqual(one, other);
});

test('no character is cut in half', () => {
  assert.ok(cutText('🙂'.repeat(10), 3).isWellFormed());
});

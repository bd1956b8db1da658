import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { stepsPage } from './steps-page.ts';
import { readVocabulary } from './vocabulary.ts';

const vocabulary = await readVocabulary();

test('the page of steps is what the command writes', async () => {
  const written = await readFile(new URL('steps.md', import.meta.url), 'utf8');
  assert.ok(written === stepsPage(vocabulary), 'renew it: npm run -s docs:steps > docs/steps.md');
});

/** 50 for bucket encryption and what it needs, and ten more for each further family: objects. */
const mostPatterns = 50 + 10;

test(`there are at most ${mostPatterns} patterns`, () => {
  assert.ok(vocabulary.patterns.length <= mostPatterns, `${vocabulary.patterns.length} patterns`);
});

test('the features use every pattern', () => {
  const unused = vocabulary.patterns.filter(({ uses }) => uses === 0).map(({ text }) => text);
  assert.deepEqual(unused, []);
});

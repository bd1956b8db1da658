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

test('there are at most 50 patterns, and ten more for objects', () => {
  const { objects = [], ...others } = Object.groupBy(vocabulary.patterns, ({ topic }) => topic);
  const general = Object.values(others).flatMap((patterns) => patterns ?? []);
  assert.ok(general.length <= 50, `${general.length} patterns`);
  assert.ok(objects.length <= 10, `${objects.length} patterns for objects`);
});

test('the features use every pattern', () => {
  const unused = vocabulary.patterns.filter(({ uses }) => uses === 0).map(({ text }) => text);
  assert.deepEqual(unused, []);
});

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { stepsPage } from './steps-page.ts';
import { readVocabulary } from './vocabulary.ts';

const vocabulary = await readVocabulary();

test('the page of steps is what the command writes', async () => {
  const written = await readFile(new URL('steps.md', import.meta.url), 'utf8');
  assert.ok(written === stepsPage(vocabulary), 'renew it: npm run -s docs:steps > docs/steps.md');
});

/** The families that the suite began with share fifty patterns with what is general. Each later family has ten. */
const firstFamilies: ReadonlySet<string> = new Set([
  'authentication',
  'bucket-encryption',
  'documented-answers',
  'errors',
  'object-encryption',
  'ossutil',
]);

test('there are at most 50 patterns, and ten more in the steps file of each later family', async () => {
  const families = await readdir(new URL('../features/', import.meta.url));
  const later = families.filter((family) => !firstFamilies.has(family));
  const byFile = Map.groupBy(vocabulary.patterns, ({ topic }) => topic);
  for (const family of later) {
    const { length } = byFile.get(family) ?? [];
    assert.ok(length <= 10, `${length} patterns in steps/${family}.ts`);
  }
  const { length } = vocabulary.patterns.filter(({ topic }) => !later.includes(topic));
  assert.ok(length <= 50, `${length} patterns`);
});

test('the features use every pattern', () => {
  const unused = vocabulary.patterns.filter(({ uses }) => uses === 0).map(({ text }) => text);
  assert.deepEqual(unused, []);
});

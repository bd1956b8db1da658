import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startTarget } from '../../run/reference-target.ts';
import { InProcessSuite } from '../in-process-suite.ts';
import { loadNeededParts } from './needed-parts.ts';
import { readScenarios, representatives } from './representative-scenarios.ts';
import { WithholdingStore } from './withholding-store.ts';

const suite = new InProcessSuite(tmpdir());
const scenarios = await readScenarios(
  (await suite.featuresOn('store')).filter((feature) => !feature.includes('documented-answers')),
);
const needed = await loadNeededParts();

test('the table says of every Then step what it has to see, and of no other', () => {
  const steps = new Set(scenarios.flatMap(({ thens }) => thens));
  assert.deepEqual([...needed.steps.keys()].toSorted(), [...steps].toSorted());
});

test('every scenario that is excused exists', () => {
  const names = new Set(scenarios.map(({ name }) => name));
  assert.deepEqual(
    [...needed.excused].filter((name) => !names.has(name)),
    [],
  );
});

test('every list of Then steps is represented', () => {
  const lists = (all: typeof scenarios): ReadonlySet<string> => new Set(all.map(({ thens }) => thens.join()));
  assert.deepEqual(lists(representatives(scenarios)), lists(scenarios));
});

test('a scenario whose steps see nothing but a status is not conformant if it needs more', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'withheld-answers-'));
  t.after(() => rm(directory, { recursive: true }));
  const store = new WithholdingStore('reading', { without: ['headers', 'body'], status: 404 });
  const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;
  const target = await startTarget('nothing but 404', style, store);
  const chosen = scenarios.filter(({ thens }) => thens.includes('nothing in the bucket has changed')).slice(0, 5);
  await new InProcessSuite(directory).judgeStore(target, chosen, { listener: store });
  assert.equal(store.verdicts.size, chosen.length);
  assert.ok(![...store.verdicts.values()].includes('conformant'));
});

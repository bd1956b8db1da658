import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startTarget } from '../../run/reference-target.ts';
import { InProcessSuite } from '../in-process-suite.ts';
import { loadNeededParts } from './needed-parts.ts';
import { readScenarios, representatives, type ReadScenario } from './representative-scenarios.ts';
import { WithholdingStore, type Stage } from './withholding-store.ts';

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

const withheld: readonly (readonly [what: string, stage: Stage, isChosen: (scenario: ReadScenario) => boolean])[] = [
  ['what its steps ask for themselves', 'reading', ({ thens }) => thens.includes('nothing in the bucket has changed')],
  ['the answer to a deletion of its bucket', 'answer', ({ feature }) => feature.endsWith('delete-bucket.feature')],
  [
    'the answer to a second creation of its bucket',
    'answer',
    ({ whens, thens }) =>
      whens.includes('the owner creates the bucket again') && thens.some((then) => then.startsWith('the store')),
  ],
];
for (const [what, stage, isChosen] of withheld)
  test(`a scenario that sees nothing but a status of ${what} is not conformant if it needs more`, async (t) => {
    const directory = await mkdtemp(join(tmpdir(), 'withheld-answers-'));
    t.after(() => rm(directory, { recursive: true }));
    const store = new WithholdingStore(stage, { without: ['headers', 'body'], status: 404 });
    const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;
    const target = await startTarget('nothing but 404', style, store);
    const chosen = scenarios.filter(isChosen).slice(0, 5);
    await new InProcessSuite(directory).judgeStore(target, chosen, { listener: store });
    assert.ok(chosen.length > 1);
    assert.equal(store.verdicts.size, chosen.length);
    assert.ok(![...store.verdicts.values()].includes('conformant'));
  });

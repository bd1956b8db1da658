import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadCatalogue, misfits, readCatalogue } from './catalogue.ts';
import { readClauseFile } from './clause-file.ts';
import type { Suite } from './suite.ts';

test('the clauses and the features of this suite fit one to one', async () => {
  const { clauses, scenarios } = await loadCatalogue();
  const covered = clauses.filter(({ excluded }) => excluded === null);
  assert.ok(covered.every((clause) => clause.feature !== null && clause.scenarios.length > 0));
  assert.equal(
    covered.reduce((sum, clause) => sum + clause.scenarios.length, 0),
    scenarios,
  );
});

/** Ids are those of the documented facts, so a prefix with only some of its facts has gaps. */
test('no two clauses share an id', async () => {
  const { clauses } = await loadCatalogue();
  const ids = clauses.map(({ id }) => id);
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
});

test('a clause belongs to the family that its folder is named after', async () => {
  const { clauses } = await loadCatalogue();
  assert.equal(clauses.find(({ id }) => id === 'PBE-25')?.family, 'bucket-encryption');
});

const file = readClauseFile(
  'features/test/test.yaml',
  `prefix: ABC
operation: Testing
epic: Tests
actions: []
subResource: { name: test, gate: ABC-01, reading: ABC-01, names: [Test], text: [Test] }
clauses:
  - { id: ABC-01, title: t, says: s, level: must, trust: doc, source: p }
  - { id: ABC-02, title: t, says: s, level: must, trust: doc, source: p, excluded: because }
`,
);
const rule = { name: 'r', feature: 'features/f.feature', line: 3, tags: ['@ABC-01'], gherkin: '' };
const scenario = { name: 's', feature: 'features/f.feature', line: 5, tags: ['@ABC-01'], steps: [] };
const fitting: Suite = { rules: [rule], scenarios: [scenario] };

const faults: readonly (readonly [what: string, suite: Suite, misfit: string])[] = [
  ['a clause without a rule', { rules: [], scenarios: [] }, 'ABC-01 has neither a rule nor a reason for having none'],
  ['a clause with two rules', { ...fitting, rules: [rule, rule] }, 'ABC-01 has 2 rules'],
  [
    'an excluded clause with a rule',
    { ...fitting, rules: [rule, { ...rule, tags: ['@ABC-02'] }] },
    'ABC-02 is excluded and has a rule',
  ],
  [
    'a rule without a clause',
    { ...fitting, rules: [rule, { ...rule, line: 9, tags: ['@ABC-77'] }] },
    'features/f.feature:9 is a rule of 0 clauses instead of one',
  ],
  [
    'a scenario outside any rule',
    { ...fitting, scenarios: [scenario, { ...scenario, line: 8, tags: [] }] },
    'features/f.feature:8 checks no clause',
  ],
  [
    'a scenario in another feature than its rule',
    { ...fitting, scenarios: [scenario, { ...scenario, name: 'o', feature: 'features/g.feature' }] },
    'features/g.feature:5 has the tag @ABC-01, whose rule is not in its feature',
  ],
  [
    'an unknown tag',
    { ...fitting, scenarios: [{ ...scenario, tags: ['@ABC-01', '@needs:kmss'] }] },
    'features/f.feature:5 has the unknown tag @needs:kmss',
  ],
  [
    'two scenarios of one name',
    { ...fitting, scenarios: [scenario, scenario] },
    'two scenarios have one name, ABC-01: s',
  ],
];

test('what fits has no misfit', () => {
  assert.deepEqual(misfits([file], fitting), []);
});

for (const [what, suite, misfit] of faults)
  test(`${what} is a misfit`, () => {
    assert.deepEqual(misfits([file], suite), [misfit]);
  });

test('a sub-resource whose gate is no clause is a misfit, and so is one that two files declare', () => {
  const gate = { name: 'test', gate: 'ABC-77', reading: 'ABC-01', names: ['Test'], text: ['Test'] };
  assert.deepEqual(
    misfits(
      [
        { ...file, subResource: gate },
        { ...file, clauses: [] },
      ],
      fitting,
    ),
    ['two files declare ?test', 'the gate of ?test names ABC-77, which is no clause'],
  );
});

const numbered = (id: string): string =>
  `prefix: ABC\noperation: x\nepic: y\nactions: []\nclauses:\n  - { id: ${id}, title: t, says: s, level: must, trust: doc, source: p }\n`;
test('ids have two digits or three', () => {
  assert.equal(readClauseFile('features/a/b.yaml', numbered('ABC-100')).clauses[0]?.id, 'ABC-100');
  assert.throws(() => readClauseFile('features/a/b.yaml', numbered('ABC-1')), /features\/a\/b\.yaml/u);
});

const fileFaults: readonly (readonly [fault: string, replaced: string, by: string, error: string])[] = [
  [
    'a mistyped key',
    'says',
    'say',
    'features/abc/abc.yaml:6: unknown key "say" under "clauses[0]"; did you mean "says"?',
  ],
  ['a missing key', 'epic: y\n', '', 'features/abc/abc.yaml:1: the top level lacks "epic"'],
  [
    'an unknown level',
    'must',
    'maybe',
    'features/abc/abc.yaml:6: "clauses[0].level" names an unknown level; there are must, should, observe',
  ],
  [
    'an id of one digit',
    'ABC-10',
    'ABC-1',
    'features/abc/abc.yaml:6: "clauses[0].id" must be the id of a clause, such as PBE-25',
  ],
  ['a duplicate key', 'epic: y', 'prefix: y', 'features/abc/abc.yaml:3: the same key is here a second time'],
];
for (const [fault, replaced, by, message] of fileFaults)
  test(`${fault} in a clause file is named with file and line`, () => {
    const faulty = numbered('ABC-10').replace(replaced, by);
    assert.throws(() => readClauseFile('features/abc/abc.yaml', faulty), { name: 'ConfigurationError', message });
  });

test('a mistake in a feature is named with file and line, in one line', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'features-'));
  t.after(() => rm(root, { recursive: true, force: true }));
  const directory = join(root, 'features');
  await mkdir(directory);
  await writeFile(join(directory, 'a.feature'), 'Feature: A\n  Rulee: B\n    Scenario: C\n      Given a bucket\n  ?\n');
  await writeFile(join(directory, 'a.yaml'), numbered('ABC-10'));
  await assert.rejects(readCatalogue({ root, name: 'features' }), {
    name: 'ConfigurationError',
    message: /^features\/a\.feature:5: is not Gherkin: expected: [^\n]* got '\?'$/u,
  });
  await writeFile(join(directory, 'a.feature'), 'Feature: A\n');
  await assert.rejects(readCatalogue({ root, name: 'features' }), {
    name: 'ConfigurationError',
    message: 'the clause files and the features do not fit: ABC-10 has neither a rule nor a reason for having none',
  });
});

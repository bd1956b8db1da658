import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  killMatrix,
  type BaselineRun,
  type DeclaredDeviation,
  type DeviationRun,
  type MatrixClause,
  type MatrixFacts,
} from './kill-matrix.ts';
import type { SeenScenario } from '../in-process-suite.ts';

const clauses: readonly MatrixClause[] = [
  { id: 'PBE-01', level: 'must', title: 'One', excluded: null },
  { id: 'PBE-02', level: 'should', title: 'Two', excluded: null },
  { id: 'GBE-01', level: 'must', title: 'Three', excluded: null },
  { id: 'GBE-16', level: 'observe', title: 'Four', excluded: null },
  { id: 'PBE-15', level: 'must', title: 'Five', excluded: 'it needs an appliance' },
];

const deviation: DeclaredDeviation = {
  name: 'put-is-forgotten',
  clause: 'PBE-01',
  mistake: 'Forgets.',
  caughtAs: 'got no rule',
  alsoCaughtBy: {},
};

function scenario(clause: string, verdict: SeenScenario['verdict'], reason: string | null = null): SeenScenario {
  return { clause, feature: 'features/some.feature', line: 1, name: `the scenario of ${clause}`, verdict, reason };
}

const sound = ['PBE-01', 'PBE-02', 'GBE-01'].map((id) => scenario(id, 'conformant'));
const observed = scenario('GBE-16', 'observed', 'application/xml');
const caught = scenario('PBE-01', 'nonconformant', 'expected a rule, got no rule');

function ran(...scenarios: readonly SeenScenario[]): DeviationRun {
  const told = new Set(scenarios.map(({ clause }) => clause));
  const others = [...sound, observed].filter(({ clause }) => !told.has(clause));
  return { deviation: deviation.name, durationMs: 1, scenarios: [...scenarios, ...others] };
}

const baseline: BaselineRun = { when: 'before the deviations', scenarios: [...sound, observed] };

function breaches(facts: Partial<MatrixFacts>): readonly string[] {
  const all = { clauses, deviations: [deviation], runs: [ran(caught)], baselines: [baseline], complete: false };
  return killMatrix({ ...all, ...facts }).breaches;
}

describe('the kill matrix', () => {
  const cases: readonly (readonly [outcome: string, facts: Partial<MatrixFacts>, breaches: readonly string[]])[] = [
    ['a deviation that its clause catches for its reason is as required', {}, []],
    [
      'one that its clause catches for another reason is a breach',
      { runs: [ran(scenario('PBE-01', 'nonconformant', 'expected 200, got 500'))] },
      [
        'put-is-forgotten: expected PBE-01 to catch it with "got no rule", but PBE-01 "the scenario of PBE-01" is nonconformant: expected 200, got 500',
      ],
    ],
    [
      'one that nothing catches is a breach',
      { runs: [ran()] },
      ['put-is-forgotten: expected PBE-01 to catch it with "got no rule", but it stayed conformant'],
    ],
    [
      'one whose clause can say nothing is not caught',
      { runs: [ran(scenario('PBE-01', 'inconclusive', 'got no rule'))] },
      ['put-is-forgotten: expected PBE-01 to catch it with "got no rule", but it stayed inconclusive'],
    ],
    [
      'one whose clause has no scenario in the run is not caught',
      { runs: [{ deviation: deviation.name, durationMs: 1, scenarios: [observed] }] },
      ['put-is-forgotten: expected PBE-01 to catch it with "got no rule", but it stayed without any scenario'],
    ],
    [
      'one that another clause catches, undeclared, is a breach',
      { runs: [ran(caught, scenario('GBE-01', 'nonconformant', 'expected a rule, got none'))] },
      [
        'put-is-forgotten: GBE-01 caught it too, which it does not declare: GBE-01 "the scenario of GBE-01" is nonconformant: expected a rule, got none',
      ],
    ],
    [
      'one that another clause cannot judge is as required',
      { runs: [ran(caught, scenario('GBE-01', 'inconclusive', 'could not prepare'))] },
      [],
    ],
    [
      'one that another clause catches as declared is as required',
      {
        deviations: [{ ...deviation, alsoCaughtBy: { 'GBE-01': 'it reads the rule' } }],
        runs: [ran(caught, scenario('GBE-01', 'nonconformant', 'expected a rule, got none'))],
      },
      [],
    ],
    [
      'a family that is declared covers its clauses',
      {
        deviations: [{ ...deviation, alsoCaughtBy: { 'GBE-*': 'they read the rule' } }],
        runs: [ran(caught, scenario('GBE-01', 'nonconformant', 'expected a rule, got none'))],
      },
      [],
    ],
    [
      'a declaration of all clauses covers each',
      {
        deviations: [{ ...deviation, alsoCaughtBy: { '*': 'nothing works' } }],
        runs: [ran(caught, scenario('GBE-01', 'nonconformant', 'expected a rule, got none'))],
      },
      [],
    ],
    [
      'a declaration that does not occur is stale, and so a breach',
      { deviations: [{ ...deviation, alsoCaughtBy: { 'GBE-01': 'it reads the rule' } }] },
      ['put-is-forgotten: it declares that GBE-01 catches it too, but GBE-01 does not'],
    ],
    [
      'the own clause is not one that catches it too',
      { deviations: [{ ...deviation, alsoCaughtBy: { 'PBE-01': 'it sets the rule' } }] },
      ['put-is-forgotten: it declares PBE-01, its own clause, as one that catches it too'],
    ],
    [
      'a run that came to no end is void, whatever was caught',
      { runs: [{ deviation: deviation.name, durationMs: 1, fault: 'no end within 120 s' }] },
      ['put-is-forgotten: void: no end within 120 s'],
    ],
    [
      'a harness-error anywhere makes the run void, although its clause caught it',
      { runs: [ran(caught, scenario('GBE-01', 'harness-error', 'undefined is not a function'))] },
      [
        'put-is-forgotten: void: the harness failed in GBE-01 "the scenario of GBE-01" is harness-error: undefined is not a function',
      ],
    ],
    ['a deviation that was not run is void', { runs: [] }, ['put-is-forgotten: void: it was not run']],
    [
      'a deviation of a clause that does not exist is void',
      { deviations: [{ ...deviation, clause: 'PBE-99' }] },
      ['put-is-forgotten: void: there is no clause PBE-99'],
    ],
    [
      'a deviation of a clause that no rule checks is void',
      { deviations: [{ ...deviation, clause: 'PBE-15' }] },
      ['put-is-forgotten: void: no rule checks PBE-15 (it needs an appliance)'],
    ],
    [
      'a baseline that shows anything is a breach',
      {
        baselines: [
          baseline,
          { when: 'after the deviations', scenarios: [scenario('PBE-02', 'inconclusive', 'reset')] },
        ],
      },
      ['baseline after the deviations: PBE-02 "the scenario of PBE-02" is inconclusive: reset'],
    ],
    [
      'a baseline that ran nothing is a breach',
      { baselines: [{ when: 'before the deviations', scenarios: [] }] },
      ['baseline before the deviations: no scenario ran'],
    ],
    [
      'of all deviations, one must break each clause that is judged',
      { complete: true },
      ['PBE-02 (should, Two): no deviation breaks it', 'GBE-01 (must, Three): no deviation breaks it'],
    ],
  ];
  for (const [outcome, facts, expected] of cases)
    it(outcome, () => {
      assert.deepEqual(breaches(facts), expected);
    });

  it('takes the clauses that are only observed at what they report and the baseline does not', () => {
    const observing = { ...deviation, clause: 'GBE-16', caughtAs: 'text/html' };
    const told = { deviations: [observing], runs: [ran(scenario('GBE-16', 'observed', 'text/html'))] };
    assert.deepEqual(breaches(told), []);
    const asEver = { deviations: [{ ...observing, caughtAs: 'application/xml' }], runs: [ran()] };
    assert.deepEqual(breaches(asEver), [
      'put-is-forgotten: expected GBE-16 to catch it with "application/xml", but it stayed observed',
    ]);
  });

  it('has a row for each deviation, by name, with what caught it', () => {
    const other = { ...deviation, name: 'another', clause: 'GBE-01' };
    const matrix = killMatrix({
      clauses,
      deviations: [deviation, other],
      runs: [ran(caught, scenario('PBE-02', 'nonconformant', 'expected much, got little'))],
      baselines: [baseline],
      complete: false,
    });
    assert.deepEqual(
      matrix.rows.map((row) => [row.deviation.name, row.caughtBy, row.collateral.map(({ clause }) => clause)]),
      [
        ['another', [], []],
        ['put-is-forgotten', [caught], ['PBE-02']],
      ],
    );
  });
});

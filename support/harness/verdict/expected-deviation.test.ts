import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  stateOfExpectation,
  type ExpectationState,
  type ExpectedDeviation,
  type JudgedClause,
} from './expected-deviation.ts';
import type { Verdict } from './verdict.ts';

const today = '2026-06-15';
const reason = 'answered 200 instead of 400';

function clause(id: string, scenarios: readonly Verdict[]): JudgedClause {
  return { id, reason, scenarios: scenarios.map((verdict, index) => ({ name: `row ${index + 1}`, verdict, reason })) };
}

function expectation(changes: Partial<ExpectedDeviation> = {}): ExpectedDeviation {
  return { clause: 'PBE-25', observed: reason, issue: 'https://issues.example/1', until: '2026-12-31', ...changes };
}

describe('an expected deviation', () => {
  const past = '2026-06-14';
  const rows: readonly {
    title: string;
    verdict: Verdict | null;
    entry?: Partial<ExpectedDeviation>;
    state: ExpectationState;
  }[] = [
    { title: 'occurs when the clause fails for that reason', verdict: 'nonconformant', state: 'occurs' },
    {
      title: 'still occurs on its last day',
      verdict: 'nonconformant',
      entry: { until: today },
      state: 'occurs',
    },
    {
      title: 'is expired on the day after',
      verdict: 'nonconformant',
      entry: { until: past },
      state: 'expired',
    },
    {
      title: 'is changed when the reason differs by one character',
      verdict: 'nonconformant',
      entry: { observed: `${reason}.` },
      state: 'changed',
    },
    {
      title: 'is changed rather than expired when both hold: the news comes first',
      verdict: 'nonconformant',
      entry: { observed: 'other', until: past },
      state: 'changed',
    },
    { title: 'is absent when the clause conforms', verdict: 'conformant', state: 'absent' },
    { title: 'is absent when the clause is only observed', verdict: 'observed', state: 'absent' },
    { title: 'is absent, also past its date', verdict: 'conformant', entry: { until: past }, state: 'absent' },
    { title: 'is not run when the clause is unsupported', verdict: 'unsupported', state: 'not run' },
    { title: 'is not run when the clause is untested', verdict: 'untested', state: 'not run' },
    { title: 'is not run when the clause is blocked', verdict: 'blocked', state: 'not run' },
    { title: 'is not run when the clause is inconclusive', verdict: 'inconclusive', state: 'not run' },
    { title: 'is not run when the harness failed', verdict: 'harness-error', state: 'not run' },
    { title: 'is not run when the clause was left out', verdict: null, state: 'not run' },
    {
      title: 'is expired past its date, also when its clause was left out',
      verdict: null,
      entry: { until: past },
      state: 'expired',
    },
    {
      title: 'is expired past its date, also when its clause is inconclusive',
      verdict: 'inconclusive',
      entry: { until: past },
      state: 'expired',
    },
  ];
  for (const { title, verdict, entry, state } of rows) {
    test(title, () => {
      const others = [clause('PBE-24', ['nonconformant']), clause('PBE-26', ['conformant'])];
      const clauses = verdict === null ? others : [...others, clause('PBE-25', [verdict])];
      assert.equal(stateOfExpectation(expectation(entry), clauses, today), state);
    });
  }
});

describe('an expected deviation among the scenarios of its clause', () => {
  const judged: JudgedClause = {
    id: 'PBE-25',
    reason: 'one; two',
    scenarios: [
      { name: ' row 1', verdict: 'nonconformant', reason: 'one' },
      { name: 'row 2', verdict: 'nonconformant', reason: 'two' },
      { name: 'row 3', verdict: 'conformant', reason: null },
      { name: 'row 4', verdict: 'blocked', reason: 'needs GBE-01' },
      { name: 'row 5', verdict: 'nonconformant', reason: 'of two\nlines' },
    ],
  };
  const rows: readonly { title: string; entry: Partial<ExpectedDeviation>; state: ExpectationState }[] = [
    { title: 'occurs by the reason of any scenario', entry: { observed: 'two' }, state: 'occurs' },
    { title: 'occurs by the reason of the whole clause', entry: { observed: 'one; two' }, state: 'occurs' },
    { title: 'occurs by the one it names', entry: { scenario: 'row 1', observed: 'one' }, state: 'occurs' },
    { title: 'occurs as the terminal prints it', entry: { observed: String.raw`of two\nlines` }, state: 'occurs' },
    { title: 'is changed by the one it names', entry: { scenario: 'row 2', observed: 'one' }, state: 'changed' },
    {
      title: 'names one scenario with its reason, not that of the clause',
      entry: { scenario: 'row 2', observed: 'one; two' },
      state: 'changed',
    },
    { title: 'is absent where the one it names conforms', entry: { scenario: 'row 3' }, state: 'absent' },
    { title: 'is not run where the one it names is blocked', entry: { scenario: 'row 4' }, state: 'not run' },
    { title: 'is not run where the one it names was left out', entry: { scenario: 'row 9' }, state: 'not run' },
  ];
  for (const { title, entry, state } of rows) {
    test(title, () => assert.equal(stateOfExpectation(expectation(entry), [judged], today), state));
  }
});

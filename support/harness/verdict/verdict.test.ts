import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  byGravity,
  exitCode,
  verdictOnClause,
  verdictOnRun,
  stateOfExpectation,
  type ExpectationState,
  type ExpectedDeviation,
  type ClauseVerdict,
  type ReasonedVerdict,
  type Level,
  type RunFacts,
  type RunVerdict,
  type Verdict,
} from './verdict.ts';

const today = '2026-06-15';
const reason = 'answered 200 instead of 400';

function judgement(verdict: Verdict, why: string | null = verdict === 'conformant' ? null : reason): ReasonedVerdict {
  return { verdict, reason: why };
}

function clause(id: string, verdict: Verdict, level: Level = 'must'): ClauseVerdict {
  return { id, level, ...judgement(verdict) };
}

function expectation(changes: Partial<ExpectedDeviation> = {}): ExpectedDeviation {
  return { clause: 'PBE-25', observed: reason, issue: 'https://issues.example/1', until: '2026-12-31', ...changes };
}

function run(changes: Partial<RunFacts>): RunFacts {
  return { clauses: [], expected: [], strict: false, today, scenariosRun: 4, scenariosInSuite: 4, ...changes };
}

describe('the verdict on a clause', () => {
  const gravity: readonly Verdict[] = [
    'harness-error',
    'nonconformant',
    'inconclusive',
    'blocked',
    'untested',
    'unsupported',
    'observed',
    'conformant',
  ];

  test('gravity runs from our own fault down to conformant', () => {
    assert.deepEqual([...byGravity], gravity);
  });

  for (const [rank, graver] of gravity.entries()) {
    for (const lighter of gravity.slice(rank)) {
      test(`${graver} beside ${lighter} is ${graver}, in either order`, () => {
        assert.equal(verdictOnClause([judgement(graver), judgement(lighter)]).verdict, graver);
        assert.equal(verdictOnClause([judgement(lighter), judgement(graver)]).verdict, graver);
      });
    }
  }

  const reasons: readonly { title: string; scenarios: readonly ReasonedVerdict[]; expected: ReasonedVerdict }[] = [
    {
      title: 'has no reason when every scenario conforms',
      scenarios: [judgement('conformant'), judgement('conformant')],
      expected: { verdict: 'conformant', reason: null },
    },
    {
      title: 'names a reason once that several scenarios share',
      scenarios: [judgement('nonconformant', 'a'), judgement('nonconformant', 'a')],
      expected: { verdict: 'nonconformant', reason: 'a' },
    },
    {
      title: 'joins different reasons in the order of the scenarios',
      scenarios: [judgement('nonconformant', 'b'), judgement('nonconformant', 'a'), judgement('nonconformant', 'b')],
      expected: { verdict: 'nonconformant', reason: 'b; a' },
    },
    {
      title: 'leaves out the reasons of lighter verdicts',
      scenarios: [judgement('untested', 'no KMS key'), judgement('nonconformant', 'a'), judgement('conformant')],
      expected: { verdict: 'nonconformant', reason: 'a' },
    },
    {
      title: 'names the clause that blocks it',
      scenarios: [judgement('conformant'), { ...judgement('blocked', 'needs GBE-01'), blockedBy: 'GBE-01' }],
      expected: { verdict: 'blocked', reason: 'needs GBE-01', blockedBy: 'GBE-01' },
    },
    {
      title: 'names no blocking clause where a graver verdict decides',
      scenarios: [{ ...judgement('blocked', 'needs GBE-01'), blockedBy: 'GBE-01' }, judgement('nonconformant', 'a')],
      expected: { verdict: 'nonconformant', reason: 'a' },
    },
    {
      title: 'is untested when no scenario ran',
      scenarios: [],
      expected: { verdict: 'untested', reason: 'none of its scenarios ran' },
    },
  ];
  for (const { title, scenarios, expected } of reasons) {
    test(title, () => assert.deepEqual(verdictOnClause(scenarios), expected));
  }
});

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
      const others = [clause('PBE-24', 'nonconformant'), clause('PBE-26', 'conformant')];
      const clauses = verdict === null ? others : [...others, clause('PBE-25', verdict)];
      assert.equal(stateOfExpectation(expectation(entry), clauses, today), state);
    });
  }
});

describe('the verdict on a run', () => {
  const rows: readonly { title: string; facts: Partial<RunFacts>; verdict: RunVerdict }[] = [
    {
      title: 'is conformant when every clause conforms',
      facts: { clauses: [clause('PBE-25', 'conformant')] },
      verdict: 'conformant',
    },
    {
      title: 'is conformant with blocked, unsupported, untested and observed clauses',
      facts: {
        clauses: [
          clause('A-01', 'unsupported'),
          clause('A-02', 'untested'),
          clause('A-03', 'observed', 'observe'),
          clause('A-04', 'blocked'),
        ],
      },
      verdict: 'conformant',
    },
    {
      title: 'is nonconformant when a must clause is',
      facts: { clauses: [clause('A-01', 'conformant'), clause('PBE-25', 'nonconformant')] },
      verdict: 'nonconformant',
    },
    {
      title: 'is conformant when only a should clause is not',
      facts: { clauses: [clause('PBE-25', 'nonconformant', 'should')] },
      verdict: 'conformant',
    },
    {
      title: 'is nonconformant with strict when a should clause is',
      facts: { clauses: [clause('PBE-25', 'nonconformant', 'should')], strict: true },
      verdict: 'nonconformant',
    },
    {
      title: 'never fails for an observe clause, strict or not',
      facts: { clauses: [clause('PBE-25', 'nonconformant', 'observe')], strict: true },
      verdict: 'conformant',
    },
    {
      title: 'is inconclusive when a should clause is',
      facts: { clauses: [clause('A-01', 'conformant'), clause('A-02', 'inconclusive', 'should')] },
      verdict: 'inconclusive',
    },
    {
      title: 'is not decided by an observe clause',
      facts: { clauses: [clause('A-01', 'conformant'), clause('A-02', 'inconclusive', 'observe')] },
      verdict: 'conformant',
    },
    {
      title: 'is nonconformant rather than inconclusive when both hold',
      facts: { clauses: [clause('A-01', 'inconclusive'), clause('A-02', 'nonconformant')] },
      verdict: 'nonconformant',
    },
    {
      title: 'is inconclusive beside a should clause that fails without strict',
      facts: { clauses: [clause('A-01', 'inconclusive'), clause('A-02', 'nonconformant', 'should')] },
      verdict: 'inconclusive',
    },
    {
      title: 'is our own error whatever else holds',
      facts: {
        clauses: [clause('A-01', 'nonconformant'), clause('A-02', 'inconclusive'), clause('A-03', 'harness-error')],
      },
      verdict: 'harness-error',
    },
    {
      title: 'is our own error also on an observe clause',
      facts: { clauses: [clause('A-01', 'harness-error', 'observe')] },
      verdict: 'harness-error',
    },
    {
      title: 'excuses a must clause that an entry explains exactly',
      facts: { clauses: [clause('PBE-25', 'nonconformant')], expected: [expectation()] },
      verdict: 'conformant',
    },
    {
      title: 'excuses a should clause under strict in the same way',
      facts: { clauses: [clause('PBE-25', 'nonconformant', 'should')], expected: [expectation()], strict: true },
      verdict: 'conformant',
    },
    {
      title: 'excuses no clause but the one the entry names',
      facts: {
        clauses: [clause('PBE-25', 'nonconformant'), clause('PBE-28', 'nonconformant')],
        expected: [expectation()],
      },
      verdict: 'nonconformant',
    },
    {
      title: 'is inconclusive behind an excused clause',
      facts: {
        clauses: [clause('PBE-25', 'nonconformant'), clause('A-01', 'inconclusive')],
        expected: [expectation()],
      },
      verdict: 'inconclusive',
    },
    {
      title: 'fails for an entry that no longer occurs',
      facts: { clauses: [clause('PBE-25', 'conformant')], expected: [expectation()] },
      verdict: 'nonconformant',
    },
    {
      title: 'fails for an entry with another reason, also on a should clause',
      facts: {
        clauses: [clause('PBE-25', 'nonconformant', 'should')],
        expected: [expectation({ observed: 'something else' })],
      },
      verdict: 'nonconformant',
    },
    {
      title: 'fails for an entry past its date, also on a should clause',
      facts: {
        clauses: [clause('PBE-25', 'nonconformant', 'should')],
        expected: [expectation({ until: '2026-06-14' })],
      },
      verdict: 'nonconformant',
    },
    {
      title: 'does not fail for an entry whose clause was left out',
      facts: { clauses: [clause('A-01', 'conformant')], expected: [expectation()] },
      verdict: 'conformant',
    },
    {
      title: 'does not fail for an entry whose clause is unsupported',
      facts: { clauses: [clause('PBE-25', 'unsupported')], expected: [expectation()] },
      verdict: 'conformant',
    },
  ];
  for (const { title, facts, verdict } of rows) {
    test(title, () => assert.equal(verdictOnRun(run(facts)).verdict, verdict));
  }
});

describe('a run is complete', () => {
  const rows: readonly { title: string; facts: Partial<RunFacts>; complete: boolean }[] = [
    {
      title: 'when all scenarios ran and none is untested',
      facts: { clauses: [clause('A-01', 'conformant')] },
      complete: true,
    },
    {
      title: 'when a clause is unsupported: the target said so',
      facts: { clauses: [clause('A-01', 'unsupported')] },
      complete: true,
    },
    {
      title: 'when it fails: completeness is not success',
      facts: { clauses: [clause('A-01', 'nonconformant'), clause('A-02', 'inconclusive')] },
      complete: true,
    },
    {
      title: 'but not when a clause is untested',
      facts: { clauses: [clause('A-01', 'conformant'), clause('A-02', 'untested')] },
      complete: false,
    },
    {
      title: 'but not when a clause is blocked',
      facts: { clauses: [clause('A-01', 'conformant'), clause('A-02', 'blocked')] },
      complete: false,
    },
    {
      title: 'but not when an untested scenario stands behind a graver one',
      facts: {
        clauses: [
          { ...clause('PBE-25', 'nonconformant'), scenarios: [judgement('untested'), judgement('nonconformant')] },
        ],
        expected: [expectation()],
      },
      complete: false,
    },
    {
      title: 'but not when fewer scenarios ran than there are',
      facts: { clauses: [clause('A-01', 'conformant')], scenariosRun: 3 },
      complete: false,
    },
  ];
  for (const { title, facts, complete } of rows) {
    test(title, () => assert.equal(verdictOnRun(run(facts)).complete, complete));
  }
});

describe('the exit code', () => {
  const rows: readonly [RunVerdict, number][] = [
    ['conformant', 0],
    ['nonconformant', 1],
    ['inconclusive', 3],
    ['harness-error', 4],
  ];
  for (const [verdict, code] of rows) test(`of ${verdict} is ${code}`, () => assert.equal(exitCode(verdict), code));
});

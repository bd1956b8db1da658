import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ExpectedDeviation } from './expected-deviation.ts';
import { verdictOnRun, type ClauseVerdict, type RunFacts } from './run-verdict.ts';
import type { Level, RunVerdict, Verdict } from './verdict.ts';

const today = '2026-06-15';
const reason = 'answered 200 instead of 400';

/** A clause of one scenario. */
function clause(id: string, verdict: Verdict, level: Level = 'must'): ClauseVerdict {
  const judged = { verdict, reason: verdict === 'conformant' ? null : reason };
  return { id, level, ...judged, scenarios: [{ name: 'the scenario', ...judged }] };
}

/** A clause that fails for several reasons. */
function failing(id: string, reasons: readonly string[]): ClauseVerdict {
  const scenarios = reasons.map((why, index) => ({
    name: `row ${index + 1}`,
    verdict: 'nonconformant' as const,
    reason: why,
  }));
  return { id, level: 'must', verdict: 'nonconformant', reason: [...new Set(reasons)].join('; '), scenarios };
}

function expectation(changes: Partial<ExpectedDeviation> = {}): ExpectedDeviation {
  return { clause: 'PBE-25', observed: reason, issue: 'https://issues.example/1', until: '2026-12-31', ...changes };
}

function run(changes: Partial<RunFacts>): RunFacts {
  return { clauses: [], expected: [], strict: false, today, scenariosRun: 4, scenariosInSuite: 4, ...changes };
}

describe('the verdict on a run', () => {
  const rows: readonly { title: string; facts: Partial<RunFacts>; verdict: RunVerdict }[] = [
    {
      title: 'is conformant when every clause conforms',
      facts: { clauses: [clause('PBE-25', 'conformant')] },
      verdict: 'conformant',
    },
    {
      title: 'is inconclusive without any clause',
      facts: { clauses: [], scenariosRun: 0 },
      verdict: 'inconclusive',
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
      title: 'is inconclusive when any clause is, whatever its level',
      facts: { clauses: [clause('A-01', 'conformant'), clause('A-02', 'inconclusive', 'should')] },
      verdict: 'inconclusive',
    },
    {
      title: 'is not decided by an observe clause that is inconclusive',
      facts: { clauses: [clause('A-01', 'conformant'), clause('A-02', 'inconclusive', 'observe')] },
      verdict: 'conformant',
    },
    {
      title: 'is nonconformant rather than inconclusive when both hold',
      facts: { clauses: [clause('A-01', 'inconclusive'), clause('A-02', 'nonconformant')] },
      verdict: 'nonconformant',
    },
    {
      title: 'is inconclusive next to a should clause that fails without strict',
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
      title: 'excuses a clause that fails for several reasons when each is written down',
      facts: {
        clauses: [failing('PBE-25', ['one', 'two', 'one'])],
        expected: [expectation({ observed: 'one' }), expectation({ scenario: 'row 2', observed: 'two' })],
      },
      verdict: 'conformant',
    },
    {
      title: 'does not excuse a clause that fails for one reason more than is written down',
      facts: { clauses: [failing('PBE-25', ['one', 'two'])], expected: [expectation({ observed: 'one' })] },
      verdict: 'nonconformant',
    },
    {
      title: 'excuses the scenario that an entry names, and no other with the same reason',
      facts: {
        clauses: [failing('PBE-25', ['one', 'one'])],
        expected: [expectation({ scenario: 'row 1', observed: 'one' })],
      },
      verdict: 'nonconformant',
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
      title: 'but not when a graver scenario hides an untested one',
      facts: {
        clauses: [
          {
            ...clause('PBE-25', 'nonconformant'),
            scenarios: [...clause('a', 'untested').scenarios, ...clause('b', 'nonconformant').scenarios],
          },
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

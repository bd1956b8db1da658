import type { ExpectedDeviation } from '../../harness/verdict/expected-deviation.ts';
import { verdictOnRun } from '../../harness/verdict/run-verdict.ts';
import { byGravity, type RunVerdict, type Verdict } from '../../harness/verdict/verdict.ts';
import type { Cause, ClauseResult, Results, ScenarioResult } from './results.ts';

/** What follows from the clauses of a run. */
export type Conclusion = Pick<Results, 'store' | 'program' | 'verdict' | 'complete' | 'causes'>;

export interface JudgedRun {
  readonly clauses: readonly ClauseResult[];
  readonly expected: readonly ExpectedDeviation[];
  readonly strict: boolean;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly scenariosInSuite: number;
  /** The name of the ossutil program. */
  readonly program: string;
}

/** The verdicts, counts and causes of a run. */
export function conclude(run: JudgedRun): Conclusion {
  const { clauses, program } = run;
  const [store, ofProgram] = (['store', 'program'] as const).map((subject) =>
    clauses.filter(({ judges }) => judges === subject),
  );
  return {
    store: subjectResult(store ?? [], run),
    program: named(program, subjectResult(ofProgram ?? [], run)),
    ...judge(clauses, run),
    causes: causesOf(clauses),
  };
}

/** How many clauses have each verdict. */
export function countVerdicts(clauses: readonly { readonly verdict: Verdict }[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = {
    conformant: 0,
    nonconformant: 0,
    blocked: 0,
    unsupported: 0,
    untested: 0,
    inconclusive: 0,
    observed: 0,
    'harness-error': 0,
  };
  for (const { verdict } of clauses) counts[verdict] += 1;
  return counts;
}

/** How many scenarios a results document holds, including those that could not run. */
export function countScenarios(clauses: readonly ClauseResult[]): number {
  return clauses.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
}

/** Whether a verdict is a failure that has a cause to name. */
export function isFailure(verdict: Verdict): boolean {
  return verdict === 'nonconformant' || verdict === 'inconclusive' || verdict === 'harness-error';
}

/** The scenarios that make a clause fail. */
export function failingScenarios({ verdict, scenarios }: ClauseResult): ScenarioResult[] {
  return isFailure(verdict) ? scenarios.filter((scenario) => scenario.verdict === verdict) : [];
}

function judge(clauses: readonly ClauseResult[], { expected, strict, today, scenariosInSuite }: JudgedRun) {
  return verdictOnRun({ clauses, expected, strict, today, scenariosRun: countScenarios(clauses), scenariosInSuite });
}

function subjectResult(
  clauses: readonly ClauseResult[],
  run: JudgedRun,
): { verdict: RunVerdict; counts: Record<Verdict, number> } | null {
  if (clauses.length === 0) return null;
  const expected = run.expected.filter((entry) => clauses.some(({ id }) => id === entry.clause));
  return { verdict: judge(clauses, { ...run, expected }).verdict, counts: countVerdicts(clauses) };
}

function named<T extends object>(name: string, result: T | null): (T & { name: string }) | null {
  return result === null ? null : { name, ...result };
}

const noReason = 'no reason was given';

/** Groups the failing scenarios by reason, the gravest verdict first, then the reason that affects most clauses. */
function causesOf(clauses: readonly ClauseResult[]): Cause[] {
  const failures = clauses.flatMap((clause) =>
    failingScenarios(clause).map(({ reason, verdict }) => ({ id: clause.id, verdict, reason: reason ?? noReason })),
  );
  const groups = [...Map.groupBy(failures, ({ reason }) => reason)].map(([reason, members]) => {
    const ids = [...new Set(members.map(({ id }) => id))];
    const blocks = clauses.filter(({ blockedBy }) => blockedBy !== null && ids.includes(blockedBy)).map(({ id }) => id);
    const gravity = Math.min(...members.map(({ verdict }) => byGravity.indexOf(verdict)));
    return { gravity, cause: { reason, clauses: ids, blocks } };
  });
  return groups
    .toSorted((one, other) => one.gravity - other.gravity || widthOf(other.cause) - widthOf(one.cause))
    .map(({ cause }) => cause);
}

function widthOf({ clauses, blocks }: Cause): number {
  return clauses.length + blocks.length;
}

import { byGravity } from '../../harness/verdict/verdict.ts';
import type { ReasonedVerdict, Level, Verdict } from '../../harness/verdict/verdict.ts';
import type { ScenarioEvidence, ShownExchange } from '../../harness/evidence/evidence.ts';
import type { ClauseResult, Results, ScenarioResult } from '../results/results.ts';

/** A results document, its name, and its exchanges. */
export interface Side {
  readonly label: string;
  readonly results: Results;
  /** `null` if these exchanges could belong to another document. */
  readonly evidence: readonly ScenarioEvidence[] | null;
}

/** Several targets or versions side by side. Arrays named `sides` are in the order of `targets`. */
export interface Comparison {
  readonly schema: 'oss-conformance/comparison/1';
  readonly targets: readonly ComparedTarget[];
  readonly differing: readonly ClauseComparison[];
  /** How many clauses have this verdict, for the same reason, everywhere. */
  readonly agreeing: Readonly<Partial<Record<Verdict, number>>>;
}

export interface ComparedTarget {
  readonly label: string;
  readonly suite: string;
  readonly started: string;
  readonly verdict: Verdict;
  readonly complete: boolean;
  readonly hasEvidence: boolean;
}

export interface ClauseComparison {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly source: string;
  /** `null` if the clause was not judged. */
  readonly sides: readonly (ReasonedVerdict | null)[];
  /** The scenarios that make the difference. */
  readonly scenarios: readonly ScenarioComparison[];
}

export interface ScenarioComparison {
  readonly name: string;
  readonly sides: readonly (ScenarioSide | null)[];
}

export interface ScenarioSide extends ReasonedVerdict {
  readonly line: number;
  readonly repro: string;
  readonly exchanges: readonly ShownExchange[];
}

export function compare(sides: readonly Side[]): Comparison {
  const ids = [...new Set(sides.flatMap(({ results }) => results.clauses.map(({ id }) => id)))];
  const clauses = ids.map((id) =>
    sides.map(({ results }) => results.clauses.find((clause) => clause.id === id) ?? null),
  );
  return {
    schema: 'oss-conformance/comparison/1',
    targets: sides.map(({ label, results, evidence }) => ({
      label,
      suite: results.suite.version,
      started: results.started,
      verdict: results.verdict,
      complete: results.complete,
      hasEvidence: evidence !== null && evidence.length > 0,
    })),
    differing: clauses.filter(differ).map((judged) => compareClause(judged, sides)),
    agreeing: countAgreeing(clauses.filter((judged) => !differ(judged))),
  };
}

/** The clauses that are worse in a later document than in the first, or no longer judged there. */
export function regressionsIn({ differing }: Comparison): string[] {
  return differing
    .filter(({ sides: [before, ...later] }) => later.some((after) => rankOf(after) < rankOf(before ?? null)))
    .map(({ id }) => id);
}

/** A clause that is not judged ranks with the untested ones. */
function rankOf(judged: ReasonedVerdict | null): number {
  return byGravity.indexOf(judged?.verdict ?? 'untested');
}

/** A verdict for another reason is a difference too: reasons hold no ids, so that they can be compared. */
function differ(judged: readonly (ReasonedVerdict | null)[]): boolean {
  const [first, ...others] = judged;
  return others.some((other) => other?.verdict !== first?.verdict || other?.reason !== first?.reason);
}

function countAgreeing(clauses: readonly (readonly (ReasonedVerdict | null)[])[]): Comparison['agreeing'] {
  const counts = byGravity
    .toReversed()
    .map((verdict) => [verdict, clauses.filter(([first]) => first?.verdict === verdict).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function compareClause(judged: readonly (ClauseResult | null)[], sides: readonly Side[]): ClauseComparison {
  const known = judged.find((clause) => clause !== null);
  if (known === undefined) throw new Error('a clause that no document judges was compared');
  const names = [...new Set(judged.flatMap((clause) => clause?.scenarios.map(({ name }) => name) ?? []))];
  const scenarios = names.map((name) => ({
    name,
    sides: judged.map((clause, index) => {
      const scenario = clause?.scenarios.find((candidate) => candidate.name === name);
      return clause === null || scenario === undefined ? null : scenarioSide(clause, scenario, sides[index]);
    }),
  }));
  return {
    id: known.id,
    title: known.title,
    level: known.level,
    source: known.source,
    sides: judged.map((clause) => (clause === null ? null : { verdict: clause.verdict, reason: clause.reason })),
    // If a clause was judged on one side only, there are no exchanges to compare.
    scenarios: judged.includes(null) ? [] : scenarios.filter((scenario) => differ(scenario.sides)),
  };
}

function scenarioSide(clause: ClauseResult, scenario: ScenarioResult, side: Side | undefined): ScenarioSide {
  const { name, line, verdict, reason, repro } = scenario;
  const evidence = side?.evidence?.find(
    (candidate) =>
      candidate.clause === clause.id &&
      candidate.feature === clause.feature &&
      candidate.line === line &&
      candidate.scenario === name,
  );
  return { verdict, reason, line, repro, exchanges: evidence?.exchanges ?? [] };
}

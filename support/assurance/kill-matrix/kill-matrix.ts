import type { Level } from '../../harness/verdict/verdict.ts';
import type { SeenScenario } from '../in-process-suite.ts';

/**
 * A suite is worth what it catches: every deviation of the reference store or of the ossutil program must be caught by
 * the clause it breaks, for the stated reason, and by no other clause that it does not name. Pure functions over the
 * declarations of the deviations and the results of their runs.
 */

/** What a deviation declares (support/reference-store/deviation.ts, support/ossutil/deviation.ts). */
export interface DeclaredDeviation {
  readonly name: string;
  readonly clause: string;
  readonly mistake: string;
  /** A part of the reason that its clause must give. */
  readonly caughtAs: string;
  /** Clauses, families as `PBE-*` or, as `*`, all clauses that cannot but catch it too, each with why. */
  readonly alsoCaughtBy: Readonly<Record<string, string>>;
}

/** A run of the suite against one deviation. `fault` says why nothing can be concluded from it. */
export type DeviationRun = { readonly deviation: string; readonly durationMs: number } & (
  | { readonly scenarios: readonly SeenScenario[] }
  | { readonly fault: string }
);

/** A run of the store, or of a program, without a deviation. It must find nothing wrong. */
export interface BaselineRun {
  /** E.g. `before the deviations`. */
  readonly when: string;
  readonly scenarios: readonly SeenScenario[];
}

/** What the check needs of a clause. */
export interface MatrixClause {
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  readonly excluded: string | null;
}

/** A clause, other than the deviation's own, that caught it. */
export interface Collateral {
  readonly clause: string;
  /** Why that is inevitable; `null` if the deviation does not say. */
  readonly why: string | null;
  readonly scenarios: readonly SeenScenario[];
}

export interface MatrixRow {
  readonly deviation: DeclaredDeviation;
  /** The scenarios of its own clause that caught it for the stated reason. */
  readonly caughtBy: readonly SeenScenario[];
  readonly collateral: readonly Collateral[];
  readonly durationMs: number;
}

export interface KillMatrix {
  /** By name of the deviation. */
  readonly rows: readonly MatrixRow[];
  /** Every breach, in one line each. */
  readonly breaches: readonly string[];
}

export interface MatrixFacts {
  readonly clauses: readonly MatrixClause[];
  readonly deviations: readonly DeclaredDeviation[];
  readonly runs: readonly DeviationRun[];
  readonly baselines: readonly BaselineRun[];
  /** Whether these are all deviations; only then can a clause without one be reported. */
  readonly complete: boolean;
}

/** Joins declarations and runs, and reports every mismatch. */
export function killMatrix(facts: MatrixFacts): KillMatrix {
  const sound = soundScenarios(facts.baselines);
  const judged = facts.deviations
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map((deviation) => judgeDeviation(deviation, facts, sound));
  return {
    rows: judged.map(({ row }) => row),
    breaches: [
      ...facts.baselines.flatMap(baselineBreaches),
      ...judged.flatMap(({ row, breaches }) => breaches.map((breach) => `${row.deviation.name}: ${breach}`)),
      ...(facts.complete ? unbrokenClauses(facts) : []),
    ],
  };
}

/** Why a clause needs no deviation; `null` if it needs one. */
export function needsNoDeviation({ level, excluded }: MatrixClause): string | null {
  if (excluded !== null) return `not checked: ${excluded}`;
  return level === 'observe' ? 'reported, never judged: the documentation is silent' : null;
}

function judgeDeviation(
  deviation: DeclaredDeviation,
  { clauses, runs }: MatrixFacts,
  sound: ReadonlyMap<string, string | null>,
): { readonly row: MatrixRow; readonly breaches: readonly string[] } {
  const run = runs.find((candidate) => candidate.deviation === deviation.name);
  const fault = faultOf(deviation, run, clauses);
  if (fault !== null || run === undefined || 'fault' in run) {
    const row = { deviation, caughtBy: [], collateral: [], durationMs: run?.durationMs ?? 0 };
    return { row, breaches: [`void: ${fault ?? 'it was not run'}`] };
  }
  const own = clauses.find(({ id }) => id === deviation.clause);
  const told = run.scenarios.filter((scenario) => isTelling(scenario, own, sound));
  const caughtBy = told.filter(({ reason }) => reason?.includes(deviation.caughtAs) === true);
  const collateral = collateralOf(deviation, run.scenarios);
  return {
    row: { deviation, caughtBy, collateral, durationMs: run.durationMs },
    breaches: [
      ...(caughtBy.length === 0 ? [missed(deviation, told, run.scenarios)] : []),
      ...undeclared(collateral),
      ...staleDeclarations(deviation, collateral),
    ],
  };
}

/** Why nothing can be concluded from a run; a crash, a timeout or our own mistake is never a kill. */
function faultOf(
  { clause }: DeclaredDeviation,
  run: DeviationRun | undefined,
  clauses: readonly MatrixClause[],
): string | null {
  const own = clauses.find(({ id }) => id === clause);
  if (own === undefined) return `there is no clause ${clause}`;
  if (own.excluded !== null) return `no rule checks ${clause} (${own.excluded})`;
  if (run === undefined) return 'it was not run';
  if ('fault' in run) return run.fault;
  const faulty = run.scenarios.find(({ verdict }) => verdict === 'harness-error');
  return faulty === undefined ? null : `the harness failed in ${described(faulty)}`;
}

/**
 * Whether a scenario of the deviation's own clause found something wrong. A clause of level `observe` judges nothing;
 * it catches a deviation by reporting something that it does not report on the baseline.
 */
function isTelling(
  scenario: SeenScenario,
  own: MatrixClause | undefined,
  sound: ReadonlyMap<string, string | null>,
): boolean {
  if (scenario.clause !== own?.id) return false;
  if (own.level !== 'observe') return scenario.verdict === 'nonconformant';
  return scenario.verdict === 'observed' && sound.get(titleOf(scenario)) !== scenario.reason;
}

function collateralOf(deviation: DeclaredDeviation, scenarios: readonly SeenScenario[]): readonly Collateral[] {
  const others = scenarios.filter(({ clause, verdict }) => clause !== deviation.clause && verdict === 'nonconformant');
  return [...Map.groupBy(others, ({ clause }) => clause)]
    .map(([clause, own]) => ({ clause, why: whyAlso(deviation, clause), scenarios: own }))
    .toSorted((one, other) => (one.clause < other.clause ? -1 : 1));
}

function whyAlso({ alsoCaughtBy }: DeclaredDeviation, clause: string): string | null {
  return alsoCaughtBy[clause] ?? alsoCaughtBy[familyOf(clause)] ?? alsoCaughtBy['*'] ?? null;
}

/** `PBE-*` of `PBE-25` */
function familyOf(clause: string): string {
  return clause.replace(/\d+$/u, '*');
}

function missed(
  { clause, caughtAs }: DeclaredDeviation,
  told: readonly SeenScenario[],
  scenarios: readonly SeenScenario[],
): string {
  const expected = `expected ${clause} to catch it with "${caughtAs}"`;
  const [other] = told;
  if (other !== undefined) return `${expected}, but ${described(other)}`;
  const verdicts = new Set(scenarios.filter((scenario) => scenario.clause === clause).map(({ verdict }) => verdict));
  return `${expected}, but it stayed ${[...verdicts].join(' and ') || 'without any scenario'}`;
}

function undeclared(collateral: readonly Collateral[]): readonly string[] {
  const unexplained = collateral.filter(({ why }) => why === null);
  const [first] = unexplained.flatMap(({ scenarios }) => scenarios);
  if (first === undefined) return [];
  const clauses = unexplained.map(({ clause }) => clause).join(', ');
  return [`${clauses} caught it too, which it does not declare: ${described(first)}`];
}

function staleDeclarations(
  { alsoCaughtBy, clause: own }: DeclaredDeviation,
  collateral: readonly Collateral[],
): readonly string[] {
  return Object.keys(alsoCaughtBy).flatMap((declared) => {
    const occurs = collateral.some(({ clause }) => [clause, familyOf(clause), '*'].includes(declared));
    if (occurs) return [];
    return [
      declared === own
        ? `it declares ${declared}, its own clause, as one that catches it too`
        : `it declares that ${declared} catches it too, but ${declared} does not`,
    ];
  });
}

function baselineBreaches({ when, scenarios }: BaselineRun): readonly string[] {
  if (scenarios.length === 0) return [`baseline ${when}: no scenario ran`];
  return scenarios
    .filter(({ verdict }) => verdict !== 'conformant' && verdict !== 'observed')
    .map((scenario) => `baseline ${when}: ${described(scenario)}`);
}

function unbrokenClauses({ clauses, deviations }: MatrixFacts): readonly string[] {
  const broken = new Set(deviations.map(({ clause }) => clause));
  return clauses
    .filter((clause) => needsNoDeviation(clause) === null && !broken.has(clause.id))
    .map(({ id, level, title }) => `${id} (${level}, ${title}): no deviation breaks it`);
}

/** What the baseline reported, by scenario; where baselines differ, the last one. */
function soundScenarios(baselines: readonly BaselineRun[]): ReadonlyMap<string, string | null> {
  return new Map(
    baselines.flatMap(({ scenarios }) => scenarios.map((scenario) => [titleOf(scenario), scenario.reason] as const)),
  );
}

function titleOf({ clause, name }: SeenScenario): string {
  return `${clause}: ${name}`;
}

function described({ clause, name, verdict, reason }: SeenScenario): string {
  return `${clause} "${name}" is ${verdict}${reason === null ? '' : `: ${reason}`}`;
}

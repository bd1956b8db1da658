import { isDeepStrictEqual } from 'node:util';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { verdictOnClause } from '../../harness/verdict/clause-verdict.ts';
import type { ExpectedDeviation } from '../../harness/verdict/expected-deviation.ts';
import { conclude } from '../results/conclusion.ts';
import { expectationResults, markExpected } from '../results/expected-deviations.ts';
import { inFeatureOrder } from '../results/results.ts';
import type { ClauseResult, ExpectationResult, Results, ResultsTarget, ScenarioResult } from '../results/results.ts';
import { strictnessOf } from '../results/results-integrity.ts';

/** A shard of a run and the file it was read from. */
export interface Shard {
  readonly path: string;
  readonly results: Results;
}

/**
 * One document for the shards of one run: the same as from an unsharded run, except for the time. It begins with the
 * first shard and lasts as long as the longest, because shards run in parallel. Throws a `ConfigurationError` if the
 * shards are not from one run.
 */
export function merge(shards: readonly Shard[]): Results {
  const [first, ...others] = shards;
  if (first === undefined) throw new ConfigurationError('merge needs at least one results file');
  for (const other of others) refuseStranger(first, other);
  const merged = mergeClauses(shards);
  const documents = shards.map(({ results }) => results);
  const started = documents.map((document) => document.started).toSorted(byTime)[0] ?? first.results.started;
  const today = new Date(started).toISOString().slice(0, 10);
  const { expected } = expectationResults(first.results.expected, merged, today);
  const clauses = markExpected(merged, expected);
  return {
    schema: first.results.schema,
    suite: first.results.suite,
    target: first.results.target,
    started,
    durationMs: Math.max(...documents.map(({ durationMs }) => durationMs)),
    requests: documents.reduce((sum, { requests }) => sum + requests, 0),
    ...sumOfExchanges(documents),
    ...conclude({
      clauses,
      expected: expected ?? [],
      strict: isStrict(shards),
      today,
      scenariosInSuite: first.results.suite.scenarios,
      program: programOf(shards),
    }),
    clauses,
    ...(expected === undefined ? {} : { expected }),
  };
}

/** The program that the shards judge. Throws a `ConfigurationError` if they judge several. */
function programOf(shards: readonly Shard[]): string {
  const names = [...new Set(shards.flatMap(({ results }) => results.program?.name ?? []))];
  if (names.length > 1) throw new ConfigurationError(`the shards judge different programs: ${names.join(' and ')}`);
  return names[0] ?? '';
}

function sumOfExchanges(documents: readonly Results[]): Pick<Results, 'exchanges'> {
  const counted = documents.flatMap(({ exchanges }) => exchanges ?? []);
  if (counted.length === 0) return {};
  const sum = (provenance: keyof NonNullable<Results['exchanges']>): number =>
    counted.reduce((total, exchanges) => total + exchanges[provenance], 0);
  return { exchanges: { live: sum('live'), reference: sum('reference'), documented: sum('documented') } };
}

function byTime(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b);
}

function refuseStranger(first: Shard, other: Shard): void {
  const pair = `${first.path} and ${other.path} are not shards of one run`;
  const [a, b] = [first.results, other.results];
  if (!isDeepStrictEqual(a.suite, b.suite)) {
    throw new ConfigurationError(
      `${pair}: suite ${a.suite.version} and suite ${b.suite.version}, or another size of it`,
    );
  }
  const field = differentField(a.target, b.target);
  if (field !== null) {
    const values = [a.target[field], b.target[field]].map((value) => JSON.stringify(value));
    throw new ConfigurationError(`${pair}: the target's ${field} is ${values.join(' and ')}`);
  }
  if (!isDeepStrictEqual(expectations(a), expectations(b))) {
    throw new ConfigurationError(`${pair}: they list different expected deviations`);
  }
}

/** The reference store listens on another port in each process, so its endpoint says nothing. */
function differentField(a: ResultsTarget, b: ResultsTarget): keyof ResultsTarget | null {
  const fields = ['name', 'kind', 'signature', 'addressing', 'capabilities'] as const;
  const compared = a.kind === 'reference' ? fields : ([...fields, 'endpoint'] as const);
  return compared.find((field) => !isDeepStrictEqual(a[field], b[field])) ?? null;
}

/** The entries without the shards' statements about them. */
function expectations({ expected }: Results): readonly ExpectedDeviation[] | null {
  return (
    expected?.map(({ clause, scenario, observed, issue, until }: ExpectationResult) => ({
      clause,
      ...(scenario === undefined ? {} : { scenario }),
      observed,
      issue,
      until,
    })) ?? null
  );
}

/** A document does not say whether `--strict` judged it; a shard in which it made a difference shows it. */
function isStrict(shards: readonly Shard[]): boolean {
  const shown = shards.map((shard) => ({ path: shard.path, strict: strictnessOf(shard.results) }));
  const strict = shown.find((shard) => shard.strict === true);
  const lenient = shown.find((shard) => shard.strict === false);
  if (strict !== undefined && lenient !== undefined) {
    throw new ConfigurationError(`${strict.path} was judged with --strict and ${lenient.path} without`);
  }
  return strict !== undefined;
}

function mergeClauses(shards: readonly Shard[]): ClauseResult[] {
  const parts = shards.flatMap(({ path, results }) => results.clauses.map((clause) => ({ path, clause })));
  const merged = [...Map.groupBy(parts, ({ clause }) => clause.id).values()].map(mergeClause);
  return merged.toSorted(inFeatureOrder);
}

interface Part {
  readonly path: string;
  readonly clause: ClauseResult;
}

function mergeClause(parts: readonly Part[]): ClauseResult {
  const [first, ...others] = parts;
  if (first === undefined) throw new Error('a clause without parts was merged');
  const description = descriptionOf(first.clause);
  for (const { path, clause } of others) {
    if (!isDeepStrictEqual(descriptionOf(clause), description)) {
      throw new ConfigurationError(
        `${first.path} and ${path} describe clause ${clause.id} differently; they come from two suites`,
      );
    }
  }
  const scenarios = mergeScenarios(first.clause.id, parts);
  const { verdict, reason } = verdictOnClause(scenarios);
  const blocker = parts.find(({ clause }) => clause.blockedBy !== null)?.clause.blockedBy ?? null;
  return { ...description, verdict, reason, blockedBy: verdict === 'blocked' ? blocker : null, scenarios };
}

function descriptionOf(clause: ClauseResult): Omit<ClauseResult, 'verdict' | 'reason' | 'blockedBy' | 'scenarios'> {
  const { id, judges, family, title, level, source, feature } = clause;
  return { id, judges, family, title, level, source, feature };
}

function mergeScenarios(id: string, parts: readonly Part[]): ScenarioResult[] {
  const seen = new Map<string, string>();
  for (const { path, clause } of parts) {
    for (const { name, line } of clause.scenarios) {
      const key = JSON.stringify([name, line]);
      const other = seen.get(key);
      if (other !== undefined) {
        throw new ConfigurationError(
          `${other} and ${path} both hold the scenario "${name}" (line ${line}) of clause ${id}`,
        );
      }
      seen.set(key, path);
    }
  }
  return parts.flatMap(({ clause }) => clause.scenarios).toSorted((a, b) => a.line - b.line);
}

import type { CatalogueEntry } from '../../harness/catalogue/catalogue.ts';
import type { RunRecord } from '../../run/run.ts';
import type { ScenarioOutcome } from '../../run/scenario-collector.ts';
import { judgeClause, judgeRun, stateOfExpectation } from '../../harness/verdict/verdict.ts';
import { inFeatureOrder } from './results.ts';
import { countVerdicts } from './results-integrity.ts';
import type { ClauseResult, ExpectationResult, Results } from './results.ts';

export interface AssemblyOptions {
  /** Whom the exchanges of the run were had with, now or when they were recorded. */
  readonly provenance: 'live' | 'reference';
  readonly suiteVersion: string;
  readonly strict: boolean;
  /** The command that runs one clause alone against the same target. */
  readonly repro: (clause: string) => string;
}

/** The results document of a run: every clause that ran, its scenarios, and what they add up to. */
export function assembleResults(record: RunRecord, options: AssemblyOptions): Results {
  const { target, catalogue, started, durationMs, outcomes } = record;
  const clauses = catalogue.clauses.flatMap((entry) => clauseResult(entry, outcomes, options)).toSorted(inFeatureOrder);
  const today = started.toISOString().slice(0, 10);
  const expected = target.expected.map((entry) => ({ ...entry, state: stateOfExpectation(entry, clauses, today) }));
  const judgement = judgeRun({
    clauses,
    expected: target.expected,
    strict: options.strict,
    today,
    scenariosRun: outcomes.length,
    scenariosInSuite: catalogue.scenarios,
  });
  const exchanges = countExchanges(outcomes, options.provenance);
  return {
    schema: 'oss-conformance/results/1',
    suite: {
      version: options.suiteVersion,
      clauses: catalogue.clauses.filter(({ excluded }) => excluded === null).length,
      scenarios: catalogue.scenarios,
    },
    target: {
      name: target.name,
      kind: target.kind,
      endpoint: target.endpoint,
      signature: target.signature,
      addressing: target.addressing,
      capabilities: target.capabilities,
    },
    started: started.toISOString(),
    durationMs: Math.round(durationMs),
    requests: exchanges.live + exchanges.reference,
    exchanges,
    ...judgement,
    counts: countVerdicts(clauses),
    clauses,
    ...expectations(expected),
  };
}

function clauseResult(
  entry: CatalogueEntry,
  outcomes: readonly ScenarioOutcome[],
  { repro }: AssemblyOptions,
): readonly ClauseResult[] {
  const own = outcomes.filter(({ clause }) => clause === entry.id).toSorted((one, other) => one.line - other.line);
  if (own.length === 0 || entry.feature === null) return [];
  const { id, title, level, source, feature } = entry;
  const scenarios = own.map(({ name, line, verdict, reason, durationMs, evidence }) => ({
    name,
    line,
    verdict,
    reason,
    durationMs: Math.round(durationMs),
    exchanges: evidence?.exchanges.length ?? 0,
    repro: repro(id),
  }));
  return [{ id, title, level, source, feature, ...judgeClause(own), scenarios }];
}

function countExchanges(
  outcomes: readonly ScenarioOutcome[],
  provenance: AssemblyOptions['provenance'],
): NonNullable<Results['exchanges']> {
  const counts = { live: 0, reference: 0, documented: 0 };
  for (const { evidence } of outcomes)
    counts[evidence?.documented === true ? 'documented' : provenance] += evidence?.exchanges.length ?? 0;
  return counts;
}

function expectations(expected: readonly ExpectationResult[]): Pick<Results, 'expected'> {
  return expected.length === 0 ? {} : { expected };
}

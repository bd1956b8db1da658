import type { CatalogueEntry } from '../../harness/catalogue/catalogue.ts';
import type { ShownExchange } from '../../harness/evidence/evidence.ts';
import { verdictOnClause } from '../../harness/verdict/clause-verdict.ts';
import type { RunRecord, ScenarioOutcome } from '../../harness/verdict/run-record.ts';
import { decisiveExchange, requestIdOf } from '../evidence/decisive-exchange.ts';
import { evidencePath } from '../evidence/evidence-writing.ts';
import { conclude } from './conclusion.ts';
import { expectationResults, markExpected } from './expected-deviations.ts';
import { inFeatureOrder } from './results.ts';
import type { ClauseResult, Results, ScenarioResult } from './results.ts';

export interface AssemblyOptions {
  /** Where the exchanges of the run come from, now or when they were recorded. */
  readonly provenance: 'live' | 'reference';
  readonly suiteVersion: string;
  /** The folder of the user's own features, if the run is of those. */
  readonly features: string | undefined;
  readonly strict: boolean;
  /** The name of the ossutil program that ran. */
  readonly program: string;
  readonly commands: ReproCommands;
}

/** The commands that reproduce a failure. */
export interface ReproCommands {
  /** Runs one scenario alone against the same target. */
  scenario(feature: string, line: number): string;
  /** Sends one request alone; `null` if nothing listens after the run. */
  request(exchange: ShownExchange): string | null;
}

/** The results document of a run: every clause that ran, its scenarios, and the verdicts that follow. */
export function assembleResults(record: RunRecord, options: AssemblyOptions): Results {
  const { target, catalogue, started, durationMs, outcomes } = record;
  const today = started.toISOString().slice(0, 10);
  const judged = catalogue.clauses.flatMap((entry) => clauseResult(entry, outcomes, options)).toSorted(inFeatureOrder);
  const { expected } = expectationResults(target.expected.length === 0 ? undefined : target.expected, judged, today);
  const clauses = markExpected(judged, expected);
  const exchanges = countExchanges(outcomes, options.provenance);
  return {
    schema: 'oss-conformance/results/2',
    suite: {
      version: options.suiteVersion,
      ...(options.features === undefined ? {} : { features: options.features }),
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
    ...conclude({
      clauses,
      expected: target.expected,
      strict: options.strict,
      today,
      scenariosInSuite: catalogue.scenarios,
      program: options.program,
    }),
    clauses,
    ...(expected === undefined ? {} : { expected }),
  };
}

function clauseResult(
  entry: CatalogueEntry,
  outcomes: readonly ScenarioOutcome[],
  { commands }: AssemblyOptions,
): readonly ClauseResult[] {
  const own = outcomes.filter(({ clause }) => clause === entry.id).toSorted((one, other) => one.line - other.line);
  if (own.length === 0 || entry.feature === null) return [];
  const { id, judges, family, title, level, source, feature } = entry;
  const { verdict, reason, blockedBy } = verdictOnClause(own);
  const scenarios = own.map((outcome) => scenarioResult(outcome, commands));
  return [
    { id, judges, family, title, level, source, feature, verdict, reason, blockedBy: blockedBy ?? null, scenarios },
  ];
}

function scenarioResult(outcome: ScenarioOutcome, commands: ReproCommands): ScenarioResult {
  const { name, feature, line, verdict, reason, durationMs, exchanges, evidence } = outcome;
  const decisive = decisiveExchange(evidence?.exchanges ?? []);
  return {
    name,
    line,
    verdict,
    reason,
    durationMs: Math.round(durationMs),
    exchanges,
    requestId: decisive === null ? null : requestIdOf(decisive),
    evidence: evidence === null ? null : evidencePath(evidence),
    repro: commands.scenario(feature, line),
    request: decisive === null || evidence?.documented === true ? null : commands.request(decisive),
    expected: false,
  };
}

function countExchanges(
  outcomes: readonly ScenarioOutcome[],
  provenance: AssemblyOptions['provenance'],
): NonNullable<Results['exchanges']> {
  const counts = { live: 0, reference: 0, documented: 0 };
  for (const { evidence, exchanges } of outcomes)
    counts[evidence?.documented === true ? 'documented' : provenance] += exchanges;
  return counts;
}

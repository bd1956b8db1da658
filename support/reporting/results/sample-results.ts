import { basename } from 'node:path';
import { verdictOnClause } from '../../harness/verdict/clause-verdict.ts';
import type { ExpectedDeviation } from '../../harness/verdict/expected-deviation.ts';
import type { Level, Verdict } from '../../harness/verdict/verdict.ts';
import { conclude, countScenarios } from './conclusion.ts';
import { expectationResults, markExpected } from './expected-deviations.ts';
import type { ClauseResult, Results, ScenarioResult } from './results.ts';

/** Results for tests, judged as a run judges them, so that a test states only its subject. */
export interface Sample {
  readonly clauses?: readonly ClauseResult[];
  readonly expected?: readonly ExpectedDeviation[];
  readonly strict?: boolean;
  readonly suite?: Results['suite'];
  readonly target?: Partial<Results['target']>;
  readonly started?: string;
  readonly durationMs?: number;
  readonly requests?: number;
}

export function sampleResults(sample: Sample = {}): Results {
  const judged = sample.clauses ?? [sampleClause('PBE-01', [{ verdict: 'conformant' }])];
  const started = sample.started ?? '2026-11-23T08:00:00.000Z';
  const today = started.slice(0, 10);
  const { expected } = expectationResults(sample.expected, judged, today);
  const clauses = markExpected(judged, expected);
  const suite = sample.suite ?? { version: '0.1.0', clauses: clauses.length, scenarios: countScenarios(clauses) };
  return {
    schema: 'oss-conformance/results/2',
    suite,
    target: {
      name: 'acme-store 2.3',
      kind: 'endpoint',
      endpoint: 'http://127.0.0.1:9000',
      signature: 'v4',
      addressing: 'path',
      capabilities: ['objects'],
      ...sample.target,
    },
    started,
    durationMs: sample.durationMs ?? 1_500,
    requests: sample.requests ?? 12,
    ...conclude({
      clauses,
      expected: sample.expected ?? [],
      strict: sample.strict ?? false,
      today,
      scenariosInSuite: suite.scenarios,
      program: 'ossutil of a test',
    }),
    clauses,
    ...(expected === undefined ? {} : { expected }),
  };
}

export interface SampleScenario {
  readonly name?: string;
  readonly line?: number;
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly blockedBy?: string;
}

export interface SampleClause {
  readonly title?: string;
  readonly level?: Level;
  readonly feature?: string;
  readonly judges?: ClauseResult['judges'];
}

export function sampleClause(id: string, scenarios: readonly SampleScenario[], about: SampleClause = {}): ClauseResult {
  const feature = about.feature ?? 'features/put-bucket-encryption.feature';
  const results = scenarios.map((scenario, index) => sampleScenario(id, feature, scenario, index));
  const { verdict, reason } = verdictOnClause(results);
  return {
    id,
    judges: about.judges ?? 'store',
    family: 'bucket-encryption',
    title: about.title ?? `Title of ${id}`,
    level: about.level ?? 'must',
    source: 'PutBucketEncryption, 细节分析 (detailed analysis)',
    feature,
    verdict,
    reason,
    blockedBy: scenarios.find(({ blockedBy }) => blockedBy !== undefined)?.blockedBy ?? null,
    scenarios: results,
  };
}

function sampleScenario(
  id: string,
  feature: string,
  { name, line, verdict, reason }: SampleScenario,
  index: number,
): ScenarioResult {
  return {
    name: name ?? `scenario ${index + 1} of ${id}`,
    line: line ?? 10 + index,
    verdict,
    reason: reason ?? null,
    durationMs: 20,
    exchanges: 4,
    requestId: '5C3D9175B6FC201293AD0000',
    evidence: `evidence/${id}-${basename(feature, '.feature')}-${line ?? 10 + index}.json`,
    repro: `npm start -- ${feature}:${line ?? 10 + index}`,
    request: null,
    expected: false,
  };
}

import { XMLBuilder } from 'fast-xml-parser';
import { printableLine, printableText } from '../../harness/evidence/printable.ts';
import type { ClauseResult, Results, ScenarioResult } from '../results/results.ts';
import { cutText } from '../text/cut-text.ts';

/** A reason can quote a whole answer, and CI servers show messages in a table. */
const longestReason = 2_000;

const builder = new XMLBuilder({
  attributeNamePrefix: '@',
  ignoreAttributes: false,
  suppressBooleanAttributes: false,
  format: true,
});

/**
 * The results in the XML that Jenkins and GitLab read: a clause is a suite, a scenario a case. Scenarios that were not
 * judged are skipped, with their reason; so is a known deviation, which must not fail a pipeline.
 */
export function junitXml(results: Results): string {
  const { target, clauses, durationMs } = results;
  const cases = clauses.flatMap(({ scenarios }) => scenarios);
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': printableLine(target.name),
      ...countsOf(cases),
      '@time': seconds(durationMs),
      testsuite: clauses.map((clause) => suiteOf(clause, results)),
    },
  });
}

function suiteOf(clause: ClauseResult, { started }: Results): object {
  const { id, title, feature, scenarios } = clause;
  return {
    '@name': printableLine(`${id} ${title}`),
    ...countsOf(scenarios),
    '@skipped': String(count(scenarios, 'skipped')),
    '@time': seconds(scenarios.reduce((sum, { durationMs }) => sum + durationMs, 0)),
    '@timestamp': new Date(started).toISOString().slice(0, 19),
    '@file': feature,
    testcase: scenarios.map((scenario) => caseOf(clause, scenario)),
  };
}

function caseOf({ id, feature }: ClauseResult, scenario: ScenarioResult): object {
  const { name, line, verdict, reason, durationMs } = scenario;
  const outcome = outcomeOf(scenario);
  const message = cutText(printableLine(reason ?? verdict), longestReason);
  return {
    '@name': printableLine(`${id} ${name.trim()}`),
    '@classname': feature
      .replace(/^features\//, '')
      .replace(/\.feature$/, '')
      .replaceAll('/', '.'),
    '@time': seconds(durationMs),
    ...(outcome === 'passed' ? {} : { [outcome]: elementOf(outcome, scenario, message) }),
    'system-out': printableText(`${feature}:${line}\n${verdict === 'observed' ? `observed: ${message}\n` : ''}`),
  };
}

function elementOf(outcome: Exclude<Outcome, 'passed'>, scenario: ScenarioResult, message: string): object {
  const { verdict, expected, repro, requestId, evidence } = scenario;
  const kind = expected ? 'known deviation' : verdict;
  if (outcome === 'skipped') return { '@message': `${kind}: ${message}` };
  const leads = [
    message,
    ...(requestId === null ? [] : [`request id: ${requestId}`]),
    ...(evidence === null ? [] : [`evidence: ${evidence}`]),
    `repro: ${repro}`,
  ];
  return { '@type': kind, '@message': message, '#text': printableText(leads.join('\n')) };
}

type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

function outcomeOf({ verdict, expected }: ScenarioResult): Outcome {
  switch (verdict) {
    case 'conformant':
    case 'observed':
      return 'passed';
    case 'nonconformant':
      return expected ? 'skipped' : 'failure';
    case 'inconclusive':
    case 'harness-error':
      return 'error';
    case 'blocked':
    case 'unsupported':
    case 'untested':
      return 'skipped';
  }
}

function countsOf(scenarios: readonly ScenarioResult[]): object {
  return {
    '@tests': String(scenarios.length),
    '@failures': String(count(scenarios, 'failure')),
    '@errors': String(count(scenarios, 'error')),
  };
}

function count(scenarios: readonly ScenarioResult[], outcome: Outcome): number {
  return scenarios.filter((scenario) => outcomeOf(scenario) === outcome).length;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

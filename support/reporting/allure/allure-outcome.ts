import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestResult } from 'allure-js-commons';
import { printableLine } from '../../harness/evidence/printable.ts';
import { html, renderMarkup } from '../page/html.ts';
import { suiteName } from '../results/results.ts';
import type { ExpectationResult, Results, ScenarioResult } from '../results/results.ts';
import { knownDeviation } from '../results/expected-deviations.ts';
import { headlineOf } from '../terminal/verdict-lines.ts';

/** Adds to Allure's results what is known only at the end of the run; one after the other, when nothing else is to be done. */
export function writeOutcome(directory: string, results: Results, buildOrder: number): void {
  const executor = { name: 'oss-conformance', type: 'oss-conformance', buildOrder, buildName: `run ${buildOrder}` };
  writeFileSync(join(directory, 'executor.json'), JSON.stringify(executor));
  writeFileSync(join(directory, 'environment.properties'), environment(results));
  const scenarios = scenariosByName(results);
  for (const name of readdirSync(directory))
    if (name.endsWith('-result.json')) completeResult(join(directory, name), scenarios);
}

/** The title of the report: the target and its verdict. */
export function reportTitle(results: Results): string {
  return printableLine(
    `${results.target.name}: ${headlineOf(results)}, ${results.complete ? 'complete' : 'not complete'}`,
  );
}

function environment(results: Results): string {
  const { target, suite, complete, store, program } = results;
  const facts: Readonly<Record<string, string>> = {
    verdict: headlineOf(results),
    complete: complete ? 'yes' : 'no',
    store: store?.verdict ?? 'not judged',
    program: program?.verdict ?? 'not judged',
    target: target.name,
    kind: target.kind,
    endpoint: target.endpoint,
    signature: target.signature,
    addressing: target.addressing,
    capabilities: target.capabilities.join(', '),
    suite: suiteName(suite),
    node: process.version,
  };
  return Object.entries(facts)
    .map(([key, value]) => `${key}=${propertyValue(value)}`)
    .join('\n');
}

/** A value as Java reads it from a properties file. */
function propertyValue(value: string): string {
  return printableLine(value)
    .replaceAll('\\', String.raw`\\`)
    .replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

interface NamedScenario {
  readonly scenario: ScenarioResult;
  readonly known: ExpectationResult | null;
}

/** By the full name of its result, which is unique. */
function scenariosByName({ clauses, expected }: Results): ReadonlyMap<string, NamedScenario> {
  return new Map(
    clauses.flatMap((clause) =>
      clause.scenarios.map((scenario) => [
        `${clause.id}: ${scenario.name}`,
        { scenario, known: knownDeviation(expected, clause, scenario) },
      ]),
    ),
  );
}

function completeResult(path: string, scenarios: ReadonlyMap<string, NamedScenario>): void {
  // Our own reporter wrote it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const result = JSON.parse(readFileSync(path, 'utf8')) as TestResult;
  const named = scenarios.get(result.fullName ?? '');
  if (named === undefined) return;
  const { scenario, known } = named;
  result.descriptionHtml = withCommands(result.descriptionHtml ?? '', commandsOf(scenario));
  if (known !== null) markKnown(result, known);
  writeFileSync(path, JSON.stringify(result));
}

/** A report can be built from the same results again. */
function withCommands(description: string, commands: string): string {
  return description.endsWith(commands) ? description : `${description}\n${commands}`;
}

function commandsOf({ repro, request }: ScenarioResult): string {
  const commands = [repro, ...(request === null ? [] : [request])];
  return renderMarkup(
    html`<p>To see it again:</p>
      ${commands.map((line) => html`<pre>${printableLine(line)}</pre>`)}`,
  );
}

/** Allure shows a known and muted failure separately from new ones. */
function markKnown(result: TestResult, { issue }: ExpectationResult): void {
  // Allure 2 reads both; the typings know neither.
  const statusDetails = { ...result.statusDetails, known: true, muted: true };
  result.statusDetails = statusDetails;
  if (!/^https?:\/\//.test(issue)) return;
  const others = result.links.filter(({ url }) => url !== issue);
  result.links = [...others, { name: 'known deviation', url: issue, type: 'issue' }];
}

import { createHash } from 'node:crypto';
import type { ScenarioVerdict } from '../../harness/verdict/verdict-attachment.ts';
import type { Level, Verdict } from '../../harness/verdict/verdict.ts';
import type { Label, Parameter, StepResult, TestResult } from 'allure-js-commons';
import { Severity, Status } from 'allure-js-commons';
import { verdictOn } from './allure-attempt.ts';
import type { Attempt } from './allure-attempt.ts';
import { html, renderMarkup } from '../page/html.ts';
import { cutText } from '../text/cut-text.ts';
import { printableText } from '../../harness/evidence/printable.ts';

/** Labels that Allure's reporter derives from this machine or from the working directory, and those we set. */
const replacedLabels: ReadonlySet<string> = new Set([
  '_fallbackTestCaseId',
  'epic',
  'host',
  'package',
  'parentSuite',
  'severity',
  'story',
  'subSuite',
  'suite',
]);

/** A reason can quote a whole answer; the rest is attached. */
export const longestReason = 1_000;

/** Sets our verdict, names and ids in the result that Allure's reporter is about to write. */
export function applyVerdict(result: TestResult, attempt: Attempt): void {
  const { verdict, reason } = verdictOn(attempt);
  const feature = result.labels.find(({ name }) => name === 'feature')?.value ?? '';
  const { attached } = attempt;
  const clause = attached?.clause ?? attempt.tags.find((tag) => /^@[A-Z0-9]+-\d+$/.test(tag))?.slice(1) ?? feature;
  result.status = statusOf(verdict);
  result.statusDetails = verdict === 'conformant' ? {} : { message: `${verdict}: ${clause}: ${shortReason(reason)}` };
  for (const [index, step] of result.steps.entries()) {
    markFailure(step, verdict);
    step.parameters = parametersOf(index, attempt);
  }
  identify(result, clause);
  result.name = `${clause} ${(result.name ?? '').trim()}`;
  result.labels = [
    ...result.labels.filter(({ name }) => !replacedLabels.has(name)),
    { name: 'suite', value: feature },
    ...(attached === null ? [] : labelsOf(attached)),
  ];
  result.titlePath = [attached?.epic ?? '', feature].filter((part) => part !== '');
  if (attached === null) return;
  delete result.description;
  result.descriptionHtml = descriptionOf(attached);
  result.links = [...result.links, ...linksOf(attached)];
}

function shortReason(reason: string | null): string {
  return cutText(printableText(reason ?? ''), longestReason);
}

/** The table of a step and the requests that it sent; the attachment has their exchanges under the same numbers. */
function parametersOf(index: number, { steps, exchanges }: Attempt): Parameter[] {
  const rows = steps[index]?.argument?.dataTable?.rows ?? [];
  const table = rows.map(({ cells: [first, ...others] }) => ({
    name: first?.value ?? '',
    value: others.map(({ value }) => value).join(' | '),
  }));
  const requests = exchanges
    .filter(({ step }) => step === index)
    .map(({ number, title }) => ({ name: `exchange ${number}`, value: title }));
  return [...table, ...requests];
}

/** The page of the documentation, and the clause on the page of the run, which is in the folder above the report. */
function linksOf({ clause, source, url }: ScenarioVerdict): TestResult['links'] {
  const page = {
    name: `${clause} on the page of this run, with its feature`,
    url: `../index.html#${clause}`,
    type: 'link',
  };
  const documentation = url !== null && /^https?:\/\//.test(url) ? [{ name: source, url, type: 'link' }] : [];
  return [...documentation, page];
}

/** Only a conformant scenario is green; one that was not judged is grey, whatever the reason. */
export function statusOf(verdict: Verdict): Status {
  switch (verdict) {
    case 'conformant':
      return Status.PASSED;
    case 'nonconformant':
      return Status.FAILED;
    case 'inconclusive':
    case 'harness-error':
      return Status.BROKEN;
    case 'observed':
    case 'blocked':
    case 'unsupported':
    case 'untested':
      return Status.SKIPPED;
  }
}

/**
 * Allure guesses from the message whether a step failed or broke; the verdict decides it. Only faults of the suite get
 * a stack trace: it says nothing about the store, and contains paths of this machine.
 */
function markFailure(step: StepResult, verdict: Verdict): void {
  if (step.status !== Status.FAILED && step.status !== Status.BROKEN) return;
  step.status = statusOf(verdict);
  if (verdict === 'harness-error') return;
  delete step.statusDetails.trace;
  step.statusDetails.message = shortReason(step.statusDetails.message?.split('\n    at ', 1)[0] ?? null);
}

/** The same scenario has the same history wherever the suite is installed or started. */
function identify(result: TestResult, clause: string): void {
  const row = result.parameters.map(({ name, value }) => `${name}=${value}`);
  result.fullName = `${clause}: ${result.name}`;
  result.testCaseId = digest([clause, result.name ?? '']);
  result.historyId = digest([clause, result.name ?? '', ...row]);
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

function labelsOf(attached: ScenarioVerdict): Label[] {
  const story = `${attached.clause} ${attached.title}`;
  return [
    { name: 'package', value: packageOf(attached) },
    { name: 'epic', value: attached.epic },
    { name: 'story', value: story },
    { name: 'severity', value: severityOf(attached.level) },
    { name: 'parentSuite', value: attached.epic },
    { name: 'subSuite', value: story },
  ];
}

/** Families, then features: `bucket-encryption.put-bucket-encryption`. */
function packageOf({ evidence: { feature } }: ScenarioVerdict): string {
  return feature
    .replace(/^features\//, '')
    .replace(/\.feature$/, '')
    .replaceAll('/', '.');
}

function severityOf(level: Level): Severity {
  switch (level) {
    case 'must':
      return Severity.CRITICAL;
    case 'should':
      return Severity.NORMAL;
    case 'observe':
      return Severity.MINOR;
  }
}

/** As HTML, because Allure reads plain text as Markdown, with any markup in a store's answer. */
function descriptionOf({ clause, level, says, source, verdict, reason }: ScenarioVerdict): string {
  const paragraphs = [
    says,
    `${clause}, ${level}. Source: ${source}`,
    ...(verdict === 'observed' ? [`Observed: ${shortReason(reason ?? 'nothing was noted')}`] : []),
  ];
  return paragraphs.map((text) => renderMarkup(html`<p>${printableText(text.trim())}</p>`)).join('\n');
}

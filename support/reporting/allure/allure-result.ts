import { createHash } from 'node:crypto';
import type { ScenarioVerdict } from '../../harness/verdict/verdict-attachment.ts';
import type { Level, Verdict } from '../../harness/verdict/verdict.ts';
import type { Label, StepResult, TestResult } from 'allure-js-commons';
import { Severity, Status } from 'allure-js-commons';
import { verdictOn } from './allure-attempt.ts';
import type { Attempt } from './allure-attempt.ts';
import { escapeHtml } from '../html.ts';
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

/** Puts our verdict, our names and our ids on the result that Allure's reporter is about to write. */
export function applyVerdict(result: TestResult, attempt: Attempt): void {
  const { verdict, reason } = verdictOn(attempt);
  const feature = result.labels.find(({ name }) => name === 'feature')?.value ?? '';
  const { judgement } = attempt;
  const clause = judgement?.clause ?? attempt.tags.find((tag) => /^@[A-Z0-9]+-\d+$/.test(tag))?.slice(1) ?? feature;
  result.status = statusOf(verdict);
  result.statusDetails = verdict === 'conformant' ? {} : { message: `${verdict}: ${printableText(reason ?? '')}` };
  for (const step of result.steps) markFailure(step, result.status);
  identify(result, clause);
  result.labels = [
    ...result.labels.filter(({ name }) => !replacedLabels.has(name)),
    { name: 'suite', value: feature },
    ...(judgement === null ? [] : labelsOf(judgement)),
  ];
  result.titlePath = [judgement?.epic ?? '', feature].filter((part) => part !== '');
  if (judgement === null) return;
  delete result.description;
  result.descriptionHtml = descriptionOf(judgement);
  if (judgement.url !== null && /^https?:\/\//.test(judgement.url)) {
    result.links = [...result.links, { name: judgement.source, url: judgement.url, type: 'link' }];
  }
}

export function statusOf(verdict: Verdict): Status {
  switch (verdict) {
    case 'conformant':
    case 'observed':
      return Status.PASSED;
    case 'nonconformant':
      return Status.FAILED;
    case 'inconclusive':
    case 'harness-error':
      return Status.BROKEN;
    case 'blocked':
    case 'unsupported':
    case 'untested':
      return Status.SKIPPED;
  }
}

/** Allure guesses from an error's words whether a step failed or broke; the verdict knows. */
function markFailure(step: StepResult, status: Status): void {
  if (step.status === Status.FAILED || step.status === Status.BROKEN) step.status = status;
}

/** The same scenario has the same history wherever the suite is installed and whence it is started. */
function identify(result: TestResult, clause: string): void {
  const row = result.parameters.map(({ name, value }) => `${name}=${value}`);
  result.fullName = `${clause}: ${result.name}`;
  result.testCaseId = digest([clause, result.name ?? '']);
  result.historyId = digest([clause, result.name ?? '', ...row]);
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

function labelsOf(judgement: ScenarioVerdict): Label[] {
  const story = `${judgement.clause} ${judgement.title}`;
  return [
    { name: 'epic', value: judgement.epic },
    { name: 'story', value: story },
    { name: 'severity', value: severityOf(judgement.level) },
    { name: 'parentSuite', value: judgement.epic },
    { name: 'subSuite', value: story },
  ];
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

/** HTML of our own making, because Allure would read plain text as Markdown, markup of a store's answer included. */
function descriptionOf({ clause, level, says, source, verdict, reason }: ScenarioVerdict): string {
  const paragraphs = [
    says,
    `${clause}, ${level}. Source: ${source}`,
    ...(verdict === 'observed' ? [`Observed: ${reason ?? 'nothing was noted'}`] : []),
  ];
  return paragraphs.map((text) => `<p>${escapeHtml(printableText(text.trim()))}</p>`).join('\n');
}

import { createHash } from 'node:crypto';
import type { ScenarioVerdict } from '../../harness/verdict/verdict-attachment.ts';
import type { Level } from '../../harness/verdict/verdict.ts';
import type { Attachment, Label, TestResult } from 'allure-js-commons';
import { Severity, Stage } from 'allure-js-commons';
import { verdictOn } from './allure-attempt.ts';
import type { Attempt, TextAttachment } from './allure-attempt.ts';
import { exchangeSections, transcriptsOf, type ExchangeSection } from './allure-exchanges.ts';
import { statusOf } from './allure-status.ts';
import { stepResultOf } from './allure-step.ts';
import { html, renderMarkup } from '../page/html.ts';
import { longestReason, shortReason } from './allure-reason.ts';
import { printableText } from '../../harness/evidence/printable.ts';

/** The result of an attempt, with our verdict. `attach` writes the text of an attachment. */
export function resultOf(attempt: Attempt, attach: (text: TextAttachment) => Attachment): Omit<TestResult, 'uuid'> {
  const { verdict, reason } = verdictOn(attempt);
  const { name, feature, row, attached, start, stop } = attempt;
  const clause = attached?.clause ?? attempt.tags.find((tag) => /^@[A-Z0-9]+-\d+$/.test(tag))?.slice(1) ?? feature;
  const sections = attached === null ? [] : exchangeSections(attached.evidence);
  return {
    name: `${clause} ${name.trim()}`,
    ...identityOf(clause, attempt),
    status: statusOf(verdict),
    statusDetails: verdict === 'conformant' ? {} : { message: `${verdict}: ${clause}: ${shortReason(reason)}` },
    stage: Stage.FINISHED,
    start,
    stop,
    parameters: [...row],
    steps: attempt.steps.map((step, index) => ({
      ...stepResultOf(
        step,
        verdict,
        sections.filter((section) => section.step === index),
      ),
      attachments: step.attachments.map(attach),
    })),
    attachments: [...attempt.attachments, ...evidenceOf(attached, sections)].map(attach),
    labels: [...labelsOf(attempt), ...(attached === null ? [] : labelsOfClause(attached))],
    titlePath: [attached?.epic ?? '', feature].filter((part) => part !== ''),
    links: attached === null ? [] : linksOf(attached),
    ...(attached === null ? {} : { descriptionHtml: descriptionOf(attached) }),
  };
}

/** The reason, if it is too long to be shown, and the exchanges. */
function evidenceOf(attached: ScenarioVerdict | null, sections: readonly ExchangeSection[]): TextAttachment[] {
  const reason = attached?.reason ?? '';
  const count = attached?.evidence.exchanges.length ?? 0;
  return [
    ...(reason.length > longestReason ? [{ name: 'The whole reason', text: reason }] : []),
    ...(count > 0
      ? [{ name: count === 1 ? 'The exchange' : `All ${count} exchanges`, text: transcriptsOf(sections) }]
      : []),
  ];
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

/** The same scenario has the same history wherever the suite is installed or started. */
function identityOf(clause: string, { name, row }: Attempt): Pick<TestResult, 'fullName' | 'testCaseId' | 'historyId'> {
  const values = row.map((column) => `${column.name}=${column.value}`);
  return {
    fullName: `${clause}: ${name}`,
    testCaseId: digest([clause, name]),
    historyId: digest([clause, name, ...values]),
  };
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

function labelsOf({ feature, tags, worker }: Attempt): Label[] {
  return [
    { name: 'language', value: 'javascript' },
    { name: 'framework', value: 'cucumberjs' },
    { name: 'thread', value: worker ?? 'main' },
    { name: 'feature', value: feature },
    { name: 'suite', value: feature },
    ...tags.map((value) => ({ name: 'tag', value })),
  ];
}

function labelsOfClause(attached: ScenarioVerdict): Label[] {
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

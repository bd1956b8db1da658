import { Given, Then, type DataTable } from '@cucumber/cucumber';
import { readErrorDocument } from '../support/client/error-document.ts';
import type { Answer } from '../support/client/exchange.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import { readBucketInfoRule } from '../support/harness/bucket-encryption/bucket-info.ts';
import { describeReading, readRule, type RuleReading } from '../support/harness/bucket-encryption/encryption-rule.ts';
import { DocumentedAnswer } from '../support/harness/documented-answers/documented-answer.ts';
import { Unsupported } from '../support/harness/verdict/finding.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { documentedExchange } from '../support/recordings/format/documented-recording.ts';
import { defineWords } from './define-phrases.ts';
import { holds, inWords, wantedElements } from './rule-tables.ts';
import { rowsOf } from './tables.ts';

/**
 * How the suite reads answers printed in the documentation. No store is involved, so a wrong reading is our own
 * mistake.
 */

type ReportPart = (world: OssWorld, elements: DataTable) => void;

Given('the documented answer {string}', function (this: OssWorld, name: string) {
  if (this.target.kind === 'endpoint')
    throw new Unsupported(
      'it is about how the suite reads printed answers; the reference store and the recordings show it',
    );
  this.part(DocumentedAnswer).exchange = documentedExchange(name);
});

Then('it is read as {string}', function (this: OssWorld, words: string) {
  report(this, describeAnswer(answerOf(this)), words);
});

defineWords<ReportPart>('readPart', {
  'its encryption rule': (world, elements) => reportRule(world, readRule(answerOf(world)), elements),
  'the encryption rule in its bucket info': (world, elements) =>
    reportRule(world, readBucketInfoRule(answerOf(world)), elements),
  'its error': reportError,
});

Then('{readPart} is read as', function (this: OssWorld, reportPart: ReportPart, elements: DataTable) {
  reportPart(this, elements);
});

function reportError(world: OssWorld, elements: DataTable): void {
  const reading = readErrorDocument(answerOf(world));
  if (!('error' in reading)) throw new Error(`no error is read: ${reading.notAnError}`);
  const { code, message, requestId, hostId, ec, extra } = reading.error;
  const read = new Map<string, string | null>([
    ...extra.map(({ name, text }) => [name, text] as const),
    ['Code', code],
    ['Message', message],
    ['RequestId', requestId],
    ['HostId', hostId],
    ['EC', ec],
  ]);
  for (const [name = '', value = ''] of elements.raw())
    report(world, `${name}: ${read.get(name) ?? 'none'}`, `${name}: ${value}`);
}

function answerOf(world: OssWorld): Answer {
  return world.part(DocumentedAnswer).answer;
}

function reportRule(world: OssWorld, reading: RuleReading, elements: DataTable): void {
  const wanted = wantedElements(rowsOf(world, elements));
  report(world, holds(reading, wanted) ? inWords(wanted) : describeReading(reading), inWords(wanted));
}

function report(world: OssWorld, got: string, expected: string): void {
  if (got !== expected) throw new Error(`read as ${JSON.stringify(got)} instead of ${JSON.stringify(expected)}`);
  world.observations.push(got);
}

import { Then, When } from '@cucumber/cucumber';
import type { Answer } from '../support/client/exchange.ts';
import { readErrorDocument, type ErrorDocument } from '../support/client/error-document.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import { departure, type Siblings } from '../support/harness/conversation/xml-shape.ts';
import { unansweredInWords } from '../support/harness/conversation/conversation.ts';
import { meaningOf } from '../support/harness/objects/cell-values.ts';
import { TriggeredError } from '../support/harness/errors/triggered-error.ts';
import type { TriggerableError } from './parameter-types.ts';
import { Nonconformance, Untested } from '../support/harness/verdict/finding.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { rootOf, shapeIn } from './answer-xml.ts';
import { definePhrases, defineWords } from './define-phrases.ts';

/** Whether the store accepts or refuses, and with which status, code and message. */

type RequireAnswer = (answer: Answer) => void;

definePhrases<RequireAnswer>('response', {
  accepts: () => requireAcceptance,
  'answers N': (status) => (answer) => requireStatus(answer, Number(status)),
  "answers N, where the page's sample has N": (status, sampled) => (answer) =>
    requireStatus(answer, Number(status), answer.status === Number(sampled) ? " (as the page's sample has it)" : ''),
  refuses: () => requireAnyRefusal,
  'does not accept': () => requireAnyError,
  'refuses with N "…"':
    (status, code = '') =>
    (answer) =>
      requireRefusal(answer, Number(status), [code]),
  'refuses with N "…" or "…"':
    (status, ...codes) =>
    (answer) =>
      requireRefusal(answer, Number(status), codes),
  'refuses with N "…", "…" or "…"':
    (status, ...codes) =>
    (answer) =>
      requireRefusal(answer, Number(status), codes),
  'refuses with N "…" or N "…"':
    (status, code = '', otherStatus = '', otherCode = '') =>
    (answer) => {
      if (answer.status === Number(otherStatus)) requireRefusal(answer, Number(otherStatus), [otherCode]);
      else requireRefusal(answer, Number(status), [code]);
    },
  'refuses with N or N, "…" or "…"':
    (status, otherStatus, code = '', otherCode = '') =>
    (answer) =>
      requireRefusal(answer, Number(answer.status === Number(otherStatus) ? otherStatus : status), [code, otherCode]),
  'refuses with N "…", where the error table has N':
    (status, code = '', tabled) =>
    (answer) =>
      requireRefusal(
        answer,
        Number(status),
        [code],
        answer.status === Number(tabled) ? ' (as the error table has it)' : '',
      ),
});

definePhrases<(message: string | null) => void>('wording', {
  'is "…"':
    (wanted = '') =>
    (message) => {
      if (normalised(message) !== normalised(wanted))
        throw new Nonconformance(`the message "${wanted}"`, quoted(message));
    },
  'begins with "…"':
    (wanted = '') =>
    (message) => {
      if (!normalised(message).startsWith(normalised(wanted)))
        throw new Nonconformance(`a message that begins with "${wanted}"`, quoted(message));
    },
});

/** How elements of the same name are compared. */
defineWords<Siblings>('shapeOrder', {
  'the shape': 'in any order',
  'the shape, in this order': 'in this order',
  'the shape, among others': 'among others',
});

When('a request triggers {error}', async function (this: OssWorld, { code, trigger }: TriggerableError) {
  const before = this.conversation.exchanges.length;
  try {
    await trigger(this);
    this.part(TriggeredError).expect(code);
  } catch (error) {
    // A request that is never answered is judged by the clause on the operation, and one that was not sent by the gate.
    const wasSent = this.conversation.exchanges.length > before;
    throw error instanceof Nonconformance && wasSent
      ? new Untested(`the store made no ${code} of this: ${unansweredInWords(error)}`)
      : error;
  }
});

Then('the store {response}', function (this: OssWorld, requireResponse: RequireAnswer) {
  requireResponse(this.answer);
});

// A store that waits for the rest of a body may do so until it, or the client, gives up (ENV-15).
Then('the store {response}, or closes the connection', function (this: OssWorld, requireResponse: RequireAnswer) {
  if (this.wasAnswered) requireResponse(this.answer);
});

Then('the message {wording}', function (this: OssWorld, requireWording: (message: string | null) => void) {
  requireWording(errorIn(this.answer).message);
});

Then('the answer is XML of {shapeOrder}', function (this: OssWorld, siblings: Siblings, shape: string) {
  const difference = departure(rootOf(this.answer), shapeIn(meaningOf(this, shape)), siblings);
  if (difference !== null) throw new Nonconformance('the documented shape', withoutBucketName(this, difference));
});

/** The name of a bucket differs from run to run. */
function withoutBucketName(world: OssWorld, text: string): string {
  return world.hasBucket ? text.replaceAll(world.bucket.name, '(the bucket)') : text;
}

function requireAcceptance(answer: Answer): void {
  if (answer.status < 200 || answer.status >= 300)
    throw new Nonconformance('the request to be accepted', describeAnswer(answer));
}

function requireStatus(answer: Answer, status: number, remark = ''): void {
  if (answer.status !== status) throw new Nonconformance(`${status}`, describeAnswer(answer) + remark);
}

/** NotImplemented comes with 400 or 501 (ENV-18). */
function requireAnyRefusal(answer: Answer): void {
  const isRefusal = (answer.status >= 400 && answer.status < 500) || answer.status === 501;
  if (!isRefusal) throw new Nonconformance('a refusal', describeAnswer(answer));
  errorIn(answer);
}

/** A refusal, or a failure of the store. */
function requireAnyError(answer: Answer): void {
  if (answer.status < 400) throw new Nonconformance('an error', describeAnswer(answer));
  errorIn(answer);
}

function requireRefusal(answer: Answer, status: number, codes: readonly string[], remark = ''): void {
  const reading = readErrorDocument(answer);
  const code = 'error' in reading ? reading.error.code : null;
  if (answer.status === status && code !== null && codes.includes(code)) return;
  throw new Nonconformance(`${status} ${codes.join(' or ')}`, describeAnswer(answer) + remark);
}

function errorIn(answer: Answer): ErrorDocument {
  const reading = readErrorDocument(answer);
  if ('error' in reading) return reading.error;
  throw new Nonconformance('an OSS error document', `${answer.status}, and ${reading.notAnError}`);
}

/**
 * Compares only the words: pages differ in punctuation and spaces, and a store is not at fault for that (facts.md 0.3,
 * T22).
 */
function normalised(message: string | null): string {
  return (message ?? '').match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? '';
}

function quoted(message: string | null): string {
  return message === null ? 'no message' : `"${message}"`;
}

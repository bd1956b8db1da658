import { Then } from '@cucumber/cucumber';
import { readErrorDocument } from '../support/client/error-document.ts';
import type { Answer } from '../support/client/exchange.ts';
import { headerValue } from '../support/client/request.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import { namespaceIn } from '../support/harness/conversation/xml-shape.ts';
import {
  envelopeDeparture,
  isHttpDate,
  mismatchedIdentity,
  repeatedRequestIds,
} from '../support/harness/errors/error-envelope.ts';
import { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import { Nonconformance, Untested } from '../support/harness/verdict/finding.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { rootOf } from './answer-xml.ts';
import { definePhrases } from './define-phrases.ts';

/** Properties of an answer that do not depend on the operation. */

type RequireProperty = (world: OssWorld) => void;

definePhrases<RequireProperty>('answerProperty', {
  'has no body': () => requireNoBody,
  'has no namespace': () => requireNoNamespace,
  'holds the plaintext': () => requirePlaintext,
  'has a date': () => requireDate,
  'has a request id of N characters': (length) => (world) => requireRequestIdOf(world, Number(length)),
  'has a request id of N upper-case hexadecimal digits': (length) => (world) =>
    requireHexadecimalRequestId(world, Number(length)),
  'have different request ids': () => requireDifferentRequestIds,
  'is an error document': () => requireErrorDocument,
  'names its request id and host in the error document': () => requireIdentity,
  'carries the error document in the header "…"':
    (header = '') =>
    (world) =>
      requireErrorIn(world, header),
});

Then('the answer(s) {answerProperty}', function (this: OssWorld, requireProperty: RequireProperty) {
  requireProperty(this);
});

function requireNoBody({ answer }: OssWorld): void {
  if (answer.body.length > 0) throw new Nonconformance('no body', `${describeAnswer(answer)} with a body`);
}

function requirePlaintext(world: OssWorld): void {
  if (Buffer.compare(world.answer.body, world.part(ScenarioObject).content) !== 0)
    throw new Nonconformance('the bytes that were uploaded', 'other bytes');
}

function requireNoNamespace({ answer }: OssWorld): void {
  const namespace = namespaceIn(rootOf(answer));
  if (namespace !== null) throw new Nonconformance('no namespace', `the namespace ${namespace}`);
}

function requireDate({ answer }: OssWorld): void {
  const date = headerValue(answer.headers, 'Date');
  if (date !== undefined && isHttpDate(date)) return;
  throw new Nonconformance('a Date in the form of HTTP', date === undefined ? 'none' : 'one in another form');
}

function requireRequestIdOf({ answer }: OssWorld, length: number): void {
  const id = headerValue(answer.headers, 'x-oss-request-id');
  if (id?.length === length) return;
  throw new Nonconformance(
    `an x-oss-request-id of ${length} characters`,
    id === undefined ? 'none' : `one of ${id.length}`,
  );
}

function requireHexadecimalRequestId({ answer }: OssWorld, length: number): void {
  const id = headerValue(answer.headers, 'x-oss-request-id');
  // That there is one at all is ENV-02.
  if (id === undefined || (id.length === length && /^[0-9A-F]*$/u.test(id))) return;
  throw new Nonconformance(`an x-oss-request-id of ${length} upper-case hexadecimal digits`, 'one in another form');
}

function requireDifferentRequestIds({ conversation }: OssWorld): void {
  if (repeatedRequestIds(conversation.exchanges) > 0)
    throw new Nonconformance('a unique x-oss-request-id on every answer', 'one that was there before');
}

function requireErrorDocument({ answer }: OssWorld): void {
  requireProvoked(answer);
  const departure = envelopeDeparture(answer);
  if (departure !== null)
    throw new Nonconformance('an error document', `${departure} (in the answer ${describeAnswer(answer)})`);
}

function requireIdentity({ answer, exchange }: OssWorld): void {
  requireProvoked(answer);
  const mismatch = mismatchedIdentity(exchange, answer);
  if (mismatch !== null)
    throw new Nonconformance('RequestId to repeat x-oss-request-id, and HostId the host of the request', mismatch);
}

function requireErrorIn({ answer }: OssWorld, header: string): void {
  const reading = readErrorDocument(answer);
  if ('error' in reading && reading.error.carriedBy === header) return;
  const got = 'error' in reading ? `it in the ${reading.error.carriedBy}` : reading.notAnError;
  throw new Nonconformance(`the error document in ${header}`, got);
}

/** How an error looks cannot be seen where there is none; that there is none is for the clause on the operation. */
function requireProvoked(answer: Answer): void {
  if (answer.status < 400) throw new Untested(`the store made no error of this: answered ${describeAnswer(answer)}`);
}

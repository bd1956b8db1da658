import { Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { readErrorDocument } from '../support/client/error-document.ts';
import type { Answer } from '../support/client/exchange.ts';
import { headerValue } from '../support/client/request.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import {
  envelopeDeparture,
  isHttpDate,
  mismatchedIdentity,
  repeatedRequestIds,
} from '../support/harness/errors/error-envelope.ts';
import { detailDeparture } from '../support/harness/errors/error-details.ts';
import { Nonconformance, Untested } from '../support/harness/verdict/finding.ts';
import type { ErrorTrigger } from '../support/harness/errors/error-triggers.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { rowsOf } from './tables.ts';

/** What every answer carries, and how errors look, whatever they say. */

Given('a bucket name {string}', function (this: OssWorld, name: string) {
  this.useMissingBucket(name);
});

When('a request provokes {error}', async function (this: OssWorld, provoke: ErrorTrigger) {
  const before = this.conversation.exchanges.length;
  try {
    await provoke(this);
  } catch (error) {
    // A request that is never answered is for the clause on the operation; one that was not even sent, for the gate.
    const wasSent = this.conversation.exchanges.length > before;
    throw error instanceof Nonconformance && wasSent
      ? new Untested(`the store made no error of this: ${error.message}`)
      : error;
  }
});

Then('the answer is dated', function (this: OssWorld) {
  const date = headerValue(this.answer.headers, 'Date');
  if (date !== undefined && isHttpDate(date)) return;
  throw new Nonconformance('a Date in the form of HTTP', date === undefined ? 'none' : 'one in another form');
});

Then('the request id is {int} upper-case hexadecimal digits', function (this: OssWorld, length: number) {
  const id = headerValue(this.answer.headers, 'x-oss-request-id');
  // That there is one at all is ENV-02.
  if (id === undefined || (id.length === length && /^[0-9A-F]*$/u.test(id))) return;
  throw new Nonconformance(`an x-oss-request-id of ${length} upper-case hexadecimal digits`, 'one in another form');
});

Then('no two answers carry the same request id', function (this: OssWorld) {
  const repeated = repeatedRequestIds(this.conversation.exchanges);
  if (repeated > 0) throw new Nonconformance('a unique x-oss-request-id on every answer', 'one that was there before');
});

Then('the answer is an error document', function (this: OssWorld) {
  requireProvoked(this.answer);
  const departure = envelopeDeparture(this.answer);
  if (departure !== null)
    throw new Nonconformance('an error document', `${departure} (in the answer ${describeAnswer(this.answer)})`);
});

Then('the error names this very request', function (this: OssWorld) {
  requireProvoked(this.answer);
  const mismatch = mismatchedIdentity(this.exchange, this.answer);
  if (mismatch !== null)
    throw new Nonconformance('RequestId to repeat x-oss-request-id, and HostId the host of the request', mismatch);
});

Then('the error stands in the header {string}', function (this: OssWorld, header: string) {
  const reading = readErrorDocument(this.answer);
  if ('error' in reading && reading.error.carriedBy === header) return;
  const got = 'error' in reading ? `it in the ${reading.error.carriedBy}` : reading.notAnError;
  throw new Nonconformance(`the error document in ${header}`, got);
});

Then('the error holds', function (this: OssWorld, elements: DataTable) {
  const reading = readErrorDocument(this.answer);
  if ('notAnError' in reading) throw new Nonconformance('an OSS error document', reading.notAnError);
  const departure = detailDeparture(reading.error.extra, rowsOf(this, elements), this.exchange);
  if (departure !== null) throw new Nonconformance(departure.expected, departure.got);
});

Then('the header {string} is reported', function (this: OssWorld, name: string) {
  this.observations.push(`${name}: ${headerValue(this.answer.headers, name) ?? 'none'}`);
});

/** How an error looks cannot be seen where there is none; that there is none is for the clause on the operation. */
function requireProvoked(answer: Answer): void {
  if (answer.status < 400) throw new Untested(`the store made no error of this: answered ${describeAnswer(answer)}`);
}

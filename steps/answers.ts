import { Then } from '@cucumber/cucumber';
import type { Answer } from '../support/client/exchange.ts';
import { readErrorDocument, type ErrorDocument } from '../support/client/error-document.ts';
import { headerValue } from '../support/client/request.ts';
import type { XmlElement } from '../support/client/xml/element.ts';
import { readXml } from '../support/client/xml/reading.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import { Nonconformance } from '../support/harness/verdict/finding.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { departure, namespaceIn } from '../support/harness/conversation/xml-shape.ts';

Then('the store accepts', function (this: OssWorld) {
  if (!isSuccess(this.answer)) throw new Nonconformance('the request to be accepted', describeAnswer(this.answer));
});

Then('the store answers {int}', function (this: OssWorld, status: number) {
  if (this.answer.status !== status) throw new Nonconformance(`${status}`, describeAnswer(this.answer));
});

Then(
  "the store answers {int}, where the page's sample has {int}",
  function (this: OssWorld, status: number, sampled: number) {
    if (this.answer.status === status) return;
    const remark = this.answer.status === sampled ? " (as the page's sample has it)" : '';
    throw new Nonconformance(`${status}`, describeAnswer(this.answer) + remark);
  },
);

Then('the store refuses', function (this: OssWorld) {
  if (!isRefusal(this.answer)) throw new Nonconformance('a refusal', describeAnswer(this.answer));
  errorIn(this.answer);
});

Then('the store refuses with {int} {string}', function (this: OssWorld, status: number, code: string) {
  requireRefusal(this.answer, status, [code]);
});

Then(
  'the store refuses with {int} {string} or {string}',
  function (this: OssWorld, status: number, code: string, sibling: string) {
    requireRefusal(this.answer, status, [code, sibling]);
  },
);

Then(
  'the store refuses with {int} or {int}, {string} or {string}',
  function (this: OssWorld, status: number, otherStatus: number, code: string, otherCode: string) {
    requireRefusal(this.answer, this.answer.status === otherStatus ? otherStatus : status, [code, otherCode]);
  },
);

Then(
  'the store refuses with {int} {string} or with {int} {string}',
  function (this: OssWorld, status: number, code: string, otherStatus: number, otherCode: string) {
    if (this.answer.status === otherStatus) requireRefusal(this.answer, otherStatus, [otherCode]);
    else requireRefusal(this.answer, status, [code]);
  },
);

Then(
  'the store refuses with {int} {string}, where the error table has {int}',
  function (this: OssWorld, status: number, code: string, tabled: number) {
    requireRefusal(this.answer, status, [code], this.answer.status === tabled ? ' (as the error table has it)' : '');
  },
);

Then('the message is {string}', function (this: OssWorld, wanted: string) {
  const { message } = errorIn(this.answer);
  if (normalised(message) !== normalised(wanted)) throw new Nonconformance(`the message "${wanted}"`, quoted(message));
});

Then('the message begins with {string}', function (this: OssWorld, wanted: string) {
  const { message } = errorIn(this.answer);
  if (!normalised(message).startsWith(normalised(wanted)))
    throw new Nonconformance(`a message that begins with "${wanted}"`, quoted(message));
});

Then('the error names the bucket in {string}', function (this: OssWorld, element: string) {
  const named = errorIn(this.answer).extra.find(({ name }) => name === element)?.text;
  if (named === this.bucket.name) return;
  throw new Nonconformance(`the bucket's name in ${element}`, named === undefined ? `no ${element}` : 'another name');
});

Then('the answer has no body', function (this: OssWorld) {
  const { length } = this.answer.body;
  if (length > 0) throw new Nonconformance('no body', `${describeAnswer(this.answer)} with a body`);
});

Then('the answer carries the header {string}', function (this: OssWorld, name: string) {
  const value = headerValue(this.answer.headers, name);
  if (value === undefined || value === '') throw new Nonconformance(`the header ${name}`, 'none');
});

Then('the answer carries a request id of {int} characters', function (this: OssWorld, length: number) {
  const id = headerValue(this.answer.headers, 'x-oss-request-id');
  if (id?.length === length) return;
  throw new Nonconformance(
    `an x-oss-request-id of ${length} characters`,
    id === undefined ? 'none' : `one of ${id.length}`,
  );
});

Then('the answer is XML of the shape', function (this: OssWorld, shape: string) {
  const difference = departure(rootOf(this.answer), shapeIn(shape));
  if (difference !== null) throw new Nonconformance('the documented shape', difference);
});

Then('no element of the answer has a namespace', function (this: OssWorld) {
  const namespace = namespaceIn(rootOf(this.answer));
  if (namespace !== null) throw new Nonconformance('no namespace', `the namespace ${namespace}`);
});

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

function rootOf(answer: Answer): XmlElement {
  const xml = readXml(answer.body);
  if ('root' in xml) return xml.root;
  throw new Nonconformance(
    'an XML body',
    `${answer.status}, and a body that is not (${xml.fault.reason}): ${xml.fault.excerpt}`,
  );
}

/** The feature's own XML; indentation is its author's, so an element with children has no text. */
function shapeIn(text: string): XmlElement {
  const xml = readXml(new TextEncoder().encode(text));
  if ('fault' in xml) throw new Error(`the shape in the feature is not XML: ${xml.fault.reason}`);
  return xml.root;
}

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

function isRefusal({ status }: Answer): boolean {
  return status >= 400 && status < 500;
}

/** Its words alone: pages differ in stops and blanks, and no store is at fault for them (facts.md 0.3, T22). */
function normalised(message: string | null): string {
  return (message ?? '').match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? '';
}

function quoted(message: string | null): string {
  return message === null ? 'no message' : `"${message}"`;
}

import { createHash } from 'node:crypto';
import { Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { headerValue, type HeaderPair } from '../support/client/request.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import { Nonconformance } from '../support/harness/verdict/finding.ts';
import { deleteObject, getObject, headObject } from '../support/harness/objects/object-requests.ts';
import type { Principal } from '../support/harness/target/target.ts';
import { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { rowsOf } from './tables.ts';

/** What is read of an object, and that it is still, or not, there. */

Given('a request for the object unless it has changed', function (this: OssWorld) {
  this.draft.useHeader('If-None-Match', this.part(ScenarioObject).knownEtag);
});

When('{principal} reads the object', async function (this: OssWorld, principal: Principal) {
  await this.ask(principal, getObject(this.part(ScenarioObject).address));
});

When("{principal} asks for the object's head", async function (this: OssWorld, principal: Principal) {
  await this.ask(principal, headObject(this.part(ScenarioObject).address));
});

When('{principal} deletes the object', async function (this: OssWorld, principal: Principal) {
  await this.ask(principal, deleteObject(this.part(ScenarioObject).address));
});

Then('the object reads back byte for byte', async function (this: OssWorld) {
  const { answer } = await this.look(getObject(this.part(ScenarioObject).address));
  const { content } = this.part(ScenarioObject);
  if (answer.status !== 200) throw new Nonconformance('the object', describeAnswer(answer));
  const length = headerValue(answer.headers, 'Content-Length');
  if (length !== undefined && Number(length) !== content.length)
    throw new Nonconformance(`a Content-Length of ${content.length}`, length);
  requireBytes(answer.body, content);
});

Then('the answer holds the bytes {int} to {int} of the object', function (this: OssWorld, first: number, last: number) {
  if (this.answer.status !== 206) throw new Nonconformance('206', describeAnswer(this.answer));
  requireBytes(this.answer.body, this.part(ScenarioObject).content.subarray(first, last + 1));
  const range = headerValue(this.answer.headers, 'Content-Range');
  const wanted = `bytes ${first}-${last}/${this.part(ScenarioObject).content.length}`;
  if (range !== wanted) throw new Nonconformance(`the Content-Range "${wanted}"`, range ?? 'none');
});

Then("the answer's ETag is the MD5 of the object", function (this: OssWorld) {
  const md5 = createHash('md5').update(this.part(ScenarioObject).content).digest('hex').toUpperCase();
  const etag = headerValue(this.answer.headers, 'ETag');
  if (etag?.replaceAll('"', '').toUpperCase() !== md5)
    throw new Nonconformance('the MD5 of the object as its ETag', etag === undefined ? 'none' : 'another one');
});

Then("the object's head carries", async function (this: OssWorld, headers: DataTable) {
  const { answer } = await this.look(headObject(this.part(ScenarioObject).address));
  if (answer.status !== 200) throw new Nonconformance("the object's head", describeAnswer(answer));
  for (const [name, value] of rowsOf(this, headers)) {
    const got = headerValue(answer.headers, name) ?? 'none';
    if (got !== value) throw new Nonconformance(`${name}: ${value}`, got);
  }
});

Then('what became of the metadata is reported', async function (this: OssWorld) {
  const sent = this.exchange.request.headers.filter(([name]) => name.toLowerCase().startsWith('x-oss-meta-'));
  const { answer } = await this.look(headObject(this.part(ScenarioObject).address));
  const kept = sent.map(([name, value]) => `${name} ${howKept(value, headerValue(answer.headers, name))}`);
  const then = answer.status === 200 ? kept.join(', ') : 'no such object';
  this.observations.push(`answered ${describeAnswer(this.answer)}; then ${then}`);
});

Then('there is no such object', async function (this: OssWorld) {
  const { answer } = await this.look(headObject(this.part(ScenarioObject).address));
  if (answer.status !== 404) throw new Nonconformance('no such object', describeAnswer(answer));
});

Then('there is no object named {string}', async function (this: OssWorld, key: string) {
  const { answer } = await this.look(headObject({ ...this.part(ScenarioObject).address, key }));
  if (answer.status !== 404) throw new Nonconformance('no object of another name', describeAnswer(answer));
});

function howKept(sent: HeaderPair[1], got: HeaderPair[1] | undefined): string {
  if (got === undefined) return 'lost';
  return got === sent ? 'as it was sent' : 'with another value';
}

function requireBytes(got: Uint8Array, wanted: Uint8Array): void {
  if (Buffer.compare(got, wanted) === 0) return;
  const sizes = got.length === wanted.length ? 'other bytes' : `${got.length} bytes`;
  throw new Nonconformance(`the ${wanted.length} bytes that were uploaded`, sizes);
}

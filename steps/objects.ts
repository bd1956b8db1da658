import { createHash } from 'node:crypto';
import { Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { headerValue, type HeaderPair } from '../support/client/request.ts';
import { describeAnswer } from '../support/harness/answer-words.ts';
import { Nonconformance } from '../support/harness/finding.ts';
import { contentOf } from '../support/harness/object-content.ts';
import { createObject, type WayToCreate } from '../support/harness/object-creation.ts';
import { describeEncryption, encryptionShown } from '../support/harness/object-encryption.ts';
import {
  appendObject,
  copyObject,
  deleteObject,
  getObject,
  headObject,
  putObject,
} from '../support/harness/object-requests.ts';
import { poll } from '../support/harness/polling.ts';
import { prepareDeletedRule, prepareRule } from '../support/harness/rule-preparation.ts';
import type { Principal } from '../support/harness/target.ts';
import type { OssWorld } from '../support/harness/world.ts';
import type { RuleWords } from './parameter-types.ts';
import { rowsOf } from './tables.ts';

Given('the bucket holds an object', async function (this: OssWorld) {
  await holdObject(this, []);
});

Given('the bucket holds an object uploaded with', async function (this: OssWorld, headers: DataTable) {
  await holdObject(this, rowsOf(this, headers));
});

Given('the bucket holds an appendable object created with', async function (this: OssWorld, headers: DataTable) {
  const request = appendObject(this.address, this.object.content, 0);
  await this.prepare('AppendObject', { ...request, headers: mergedHeaders(request.headers, rowsOf(this, headers)) });
  await rememberEncryption(this);
});

Given('the encryption rule was changed to {rule}', async function (this: OssWorld, rule: RuleWords) {
  await prepareRule(this, rule);
});

Given('the encryption rule was deleted', async function (this: OssWorld) {
  await prepareDeletedRule(this);
});

Given('an object of {int} byte(s)', function (this: OssWorld, size: number) {
  this.object.content = contentOf(size);
});

Given('an object named {string}', function (this: OssWorld, key: string) {
  this.object.key = key;
});

Given('an object with a name of {int} bytes', function (this: OssWorld, length: number) {
  this.object.key = 'k'.repeat(length);
});

Given('a request for the object unless it has changed', function (this: OssWorld) {
  this.draft.useHeader('If-None-Match', this.object.knownEtag);
});

When('{principal} uploads the object', async function (this: OssWorld, principal: Principal) {
  await this.ask(principal, putObject(this.address, this.object.content));
});

When(
  '{principal} creates an object by {wayToCreate}',
  async function (this: OssWorld, principal: Principal, way: WayToCreate) {
    await create(this, principal, way, []);
  },
);

When(
  '{principal} creates an object by {wayToCreate} with',
  async function (this: OssWorld, principal: Principal, way: WayToCreate, headers: DataTable) {
    await create(this, principal, way, rowsOf(this, headers));
  },
);

When('{principal} copies the object', async function (this: OssWorld, principal: Principal) {
  const copy = { ...this.address, key: `${this.object.key}-copy` };
  await this.ask(principal, copyObject(this.address, copy));
  this.object.key = copy.key;
});

When('{principal} copies the object onto itself', async function (this: OssWorld, principal: Principal) {
  await this.ask(principal, copyObject(this.address, this.address));
});

When('{principal} appends to the object', async function (this: OssWorld, principal: Principal) {
  const { content } = this.object;
  await this.ask(principal, appendObject(this.address, content, content.length));
  this.object.content = Buffer.concat([content, content]);
});

When('{principal} reads the object', async function (this: OssWorld, principal: Principal) {
  await this.ask(principal, getObject(this.address));
});

When("{principal} asks for the object's head", async function (this: OssWorld, principal: Principal) {
  await this.ask(principal, headObject(this.address));
});

When('{principal} deletes the object', async function (this: OssWorld, principal: Principal) {
  await this.ask(principal, deleteObject(this.address));
});

Then('the object is encrypted with {rule}', async function (this: OssWorld, rule: RuleWords) {
  const wanted = { SSEAlgorithm: null, KMSDataEncryption: null, ...Object.fromEntries(rule) };
  await requireEncryption(this, describeEncryption({ ...wanted, KMSMasterKeyID: null }));
});

Then('the object is not encrypted', async function (this: OssWorld) {
  await requireEncryption(this, 'no encryption');
});

Then('the object is encrypted as before', async function (this: OssWorld) {
  if (this.object.before === null) throw new Error('the scenario speaks of an object that its set-up did not upload');
  await requireEncryption(this, describeEncryption(this.object.before));
});

Then('the object reads back byte for byte', async function (this: OssWorld) {
  const { answer } = await this.look(getObject(this.address));
  const { content } = this.object;
  if (answer.status !== 200) throw new Nonconformance('the object', describeAnswer(answer));
  const length = headerValue(answer.headers, 'Content-Length');
  if (length !== undefined && Number(length) !== content.length)
    throw new Nonconformance(`a Content-Length of ${content.length}`, length);
  requireBytes(answer.body, content);
});

Then('the answer holds the bytes {int} to {int} of the object', function (this: OssWorld, first: number, last: number) {
  if (this.answer.status !== 206) throw new Nonconformance('206', describeAnswer(this.answer));
  requireBytes(this.answer.body, this.object.content.subarray(first, last + 1));
  const range = headerValue(this.answer.headers, 'Content-Range');
  const wanted = `bytes ${first}-${last}/${this.object.content.length}`;
  if (range !== wanted) throw new Nonconformance(`the Content-Range "${wanted}"`, range ?? 'none');
});

Then('there is no such object', async function (this: OssWorld) {
  const { answer } = await this.look(headObject(this.address));
  if (answer.status !== 404) throw new Nonconformance('no such object', describeAnswer(answer));
});

Then("the answer's ETag is the MD5 of the object", function (this: OssWorld) {
  const md5 = createHash('md5').update(this.object.content).digest('hex').toUpperCase();
  const etag = headerValue(this.answer.headers, 'ETag') ?? 'none';
  if (etag.replaceAll('"', '').toUpperCase() !== md5)
    throw new Nonconformance('the MD5 of the object as its ETag', etag);
});

Then('what became of the object is reported', async function (this: OssWorld) {
  const { answer } = await this.look(headObject(this.address));
  const seen =
    answer.status === 200 ? `an object with ${describeEncryption(encryptionShown(answer))}` : 'no such object';
  this.observations.push(`answered ${describeAnswer(this.answer)}; then ${seen}`);
});

Then('the answer carries the headers', function (this: OssWorld, table: DataTable) {
  requireHeaders(this, [this.answer.headers], rowsOf(this, table));
});

Then('every answer about the object carries the headers', function (this: OssWorld, table: DataTable) {
  const answers = this.object.answers.map(({ headers }) => headers);
  requireHeaders(this, answers, rowsOf(this, table));
});

/** Puts the object into the bucket and remembers how it is encrypted. */
async function holdObject(world: OssWorld, headers: readonly HeaderPair[]): Promise<void> {
  const request = putObject(world.address, world.object.content);
  const { answer } = await world.prepare('PutObject', { ...request, headers: mergedHeaders(request.headers, headers) });
  world.object.etag = headerValue(answer.headers, 'ETag') ?? null;
  await rememberEncryption(world);
}

async function rememberEncryption(world: OssWorld): Promise<void> {
  const { answer } = await world.prepare('HeadObject', headObject(world.address));
  world.object.before = encryptionShown(answer);
}

function mergedHeaders(own: readonly HeaderPair[], wanted: readonly HeaderPair[]): readonly HeaderPair[] {
  const replaced = new Set(wanted.map(([name]) => name.toLowerCase()));
  return [...own.filter(([name]) => !replaced.has(name.toLowerCase())), ...wanted];
}

async function create(
  world: OssWorld,
  principal: Principal,
  way: WayToCreate,
  headers: readonly HeaderPair[],
): Promise<void> {
  const { content, answers } = world.object;
  answers.push(...(await createObject(world, way, { principal, address: world.address, content, headers })));
}

/** Throws unless HEAD comes to show that encryption; the key is left out, because the default one is the store's own. */
async function requireEncryption(world: OssWorld, wanted: string): Promise<void> {
  const shown = (answer: OssWorld['answer']): string =>
    answer.status === 200 ? describeEncryption(encryptionShown(answer)) : describeAnswer(answer);
  const { answer } = await poll(
    () => world.look(headObject(world.address)),
    (heard) => shown(heard.answer) === wanted,
    world.target.limits.readAfterWriteMs,
  );
  if (shown(answer) !== wanted) throw new Nonconformance(`an object with ${wanted}`, shown(answer));
}

function requireHeaders(
  world: OssWorld,
  answers: readonly (readonly HeaderPair[])[],
  wanted: readonly HeaderPair[],
): void {
  if (!world.wasAccepted) throw new Nonconformance('the request to be accepted', describeAnswer(world.answer));
  for (const headers of answers)
    for (const [name, value] of wanted) {
      const got = headerValue(headers, name) ?? '(none)';
      const fits = value === '(any)' ? got !== '(none)' && got !== '' : got === value;
      if (!fits) throw new Nonconformance(`${name}: ${value}`, got);
    }
}

function requireBytes(got: Uint8Array, wanted: Uint8Array): void {
  if (Buffer.compare(got, wanted) === 0) return;
  const sizes = got.length === wanted.length ? 'other bytes' : `${got.length} bytes`;
  throw new Nonconformance(`the ${wanted.length} bytes that were uploaded`, sizes);
}

import { Given, When, type DataTable } from '@cucumber/cucumber';
import { headerValue, type HeaderPair, type OssRequest } from '../support/client/request.ts';
import { Inconclusive } from '../support/harness/verdict/finding.ts';
import { contentOf } from '../support/harness/objects/object-content.ts';
import { createObject, type WayToCreate } from '../support/harness/objects/object-creation.ts';
import { shownEncryption } from '../support/harness/object-encryption/object-encryption.ts';
import { appendObject, copyObject, putObject } from '../support/harness/objects/object-requests.ts';
import { prepareDeletedRule, prepareRule } from '../support/harness/bucket-encryption/rule-preparation.ts';
import type { Principal } from '../support/harness/target/target.ts';
import { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import type { RuleWords } from './parameter-types.ts';
import { rowsOf } from './tables.ts';

/** Objects that are there, and objects that come into being. */

Given('an object of {int} byte(s)', function (this: OssWorld, size: number) {
  this.part(ScenarioObject).content = contentOf(size);
});

Given('an object named {string}', function (this: OssWorld, key: string) {
  this.part(ScenarioObject).key = key;
});

Given('an object with a name of {int} bytes', function (this: OssWorld, length: number) {
  this.part(ScenarioObject).key = 'k'.repeat(length);
});

Given('the bucket holds an object', async function (this: OssWorld) {
  await holdObject(this, []);
});

Given('the bucket holds an object uploaded with', async function (this: OssWorld, headers: DataTable) {
  await holdObject(this, rowsOf(this, headers));
});

Given('the bucket holds an appendable object', async function (this: OssWorld) {
  await holdAppendableObject(this, []);
});

Given('the bucket holds an appendable object created with', async function (this: OssWorld, headers: DataTable) {
  await holdAppendableObject(this, rowsOf(this, headers));
});

Given('the encryption rule was changed to {rule}', async function (this: OssWorld, rule: RuleWords) {
  await prepareRule(this, rule);
});

Given('the encryption rule was deleted', async function (this: OssWorld) {
  await prepareDeletedRule(this);
});

When('{principal} uploads the object', async function (this: OssWorld, principal: Principal) {
  await upload(this, principal, putObject(this.part(ScenarioObject).address, this.part(ScenarioObject).content));
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
  const copy = { ...this.part(ScenarioObject).address, key: `${this.part(ScenarioObject).key}-copy` };
  await upload(this, principal, copyObject(this.part(ScenarioObject).address, copy));
  this.part(ScenarioObject).key = copy.key;
});

When('{principal} copies the object onto itself', async function (this: OssWorld, principal: Principal) {
  await this.ask(principal, copyObject(this.part(ScenarioObject).address, this.part(ScenarioObject).address));
});

When('{principal} appends to the object', async function (this: OssWorld, principal: Principal) {
  const { content } = this.part(ScenarioObject);
  await this.ask(principal, appendObject(this.part(ScenarioObject).address, content, content.length));
  this.part(ScenarioObject).content = Buffer.concat([content, content]);
});

async function holdObject(world: OssWorld, headers: readonly HeaderPair[]): Promise<void> {
  const { answer } = await world.prepare(
    'PutObject',
    putObject(world.part(ScenarioObject).address, world.part(ScenarioObject).content, headers),
  );
  world.part(ScenarioObject).etag = headerValue(answer.headers, 'ETag') ?? null;
  await rememberEncryption(world);
}

async function holdAppendableObject(world: OssWorld, headers: readonly HeaderPair[]): Promise<void> {
  await world.prepare(
    'AppendObject',
    appendObject(world.part(ScenarioObject).address, world.part(ScenarioObject).content, 0, headers),
  );
  await rememberEncryption(world);
}

async function rememberEncryption(world: OssWorld): Promise<void> {
  const { isThere, words } = await shownEncryption(world);
  if (!isThere) throw new Inconclusive(`could not prepare: the object that was uploaded is not there (${words})`);
  world.part(ScenarioObject).before = words;
}

/** Asks for what may be asked again with the same outcome. */
async function upload(world: OssWorld, principal: Principal, request: OssRequest): Promise<void> {
  const { draft } = world;
  const object = world.part(ScenarioObject);
  object.again = async () => {
    world.draft = draft;
    await world.ask(principal, request);
  };
  await object.again();
}

/** Every time under a name of its own: a second append, for one, would be another thing than the first. */
async function create(
  world: OssWorld,
  principal: Principal,
  way: WayToCreate,
  headers: readonly HeaderPair[],
): Promise<void> {
  const object = world.part(ScenarioObject);
  const { key } = object;
  let times = 0;
  object.again = async () => {
    times += 1;
    if (times > 1) object.key = `${key}-${times}`;
    object.answers = await createObject(world, way, {
      principal,
      address: world.part(ScenarioObject).address,
      content: object.content,
      headers,
    });
  };
  await object.again();
}

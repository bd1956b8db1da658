import { randomBytes } from 'node:crypto';
import { Given, type DataTable } from '@cucumber/cucumber';
import { headerValue, type HeaderPair } from '../support/client/request.ts';
import { shownEncryption } from '../support/harness/object-encryption/object-encryption.ts';
import { ScenarioUploads } from '../support/harness/multipart-uploads/scenario-uploads.ts';
import { holdUpload } from '../support/harness/multipart-uploads/upload-preparation.ts';
import { contentOf } from '../support/harness/objects/object-content.ts';
import { createObject, type WayToCreate } from '../support/harness/objects/object-creation.ts';
import {
  abortMultipartUpload,
  appendObject,
  deleteObject,
  headObject,
  putObject,
} from '../support/harness/objects/object-requests.ts';
import { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import { meaningOf } from '../support/harness/objects/cell-values.ts';
import { beginning } from '../support/harness/phrases/phrases.ts';
import { Inconclusive, Nonconformance } from '../support/harness/verdict/finding.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { creationPhrases } from './creation-phrases.ts';
import { definePhrases } from './define-phrases.ts';
import { headersOf } from './tables.ts';

/** A scenario's object before the request under test. */

type Describe = (object: ScenarioObject, world: OssWorld) => void;
type Store = (world: OssWorld, headers: readonly HeaderPair[]) => Promise<void>;

definePhrases<Describe>('objectTrait', {
  'of N bytes': (size) => (object) => {
    object.content = contentOf(Number(size));
  },
  // Random, so that no other file on the machine contains it by chance.
  'of random bytes': () => (object) => {
    object.content = randomBytes(64);
  },
  'named "…"':
    (key = '') =>
    (object, world) => {
      object.key = meaningOf(world, key);
    },
  'with the content "…"':
    (text = '') =>
    (object, world) => {
      object.content = Buffer.from(meaningOf(world, text));
    },
  'with a name of N bytes': (length) => (object) => {
    object.key = 'k'.repeat(Number(length));
  },
});

definePhrases<Store>('storedObject', {
  'an object': () => async (world, headers) => {
    const object = world.part(ScenarioObject);
    const { answer } = await world.prepare('PutObject', putObject(object.address, object.content, headers));
    object.etag = headerValue(answer.headers, 'ETag') ?? null;
    await rememberEncryption(world);
  },
  ...beginning('an object created by', creationPhrases, (way) => (world, headers) => storeBy(world, way, headers)),
  'an appendable object': () => async (world, headers) => {
    const { address, content } = world.part(ScenarioObject);
    await world.prepare('AppendObject', appendObject(address, content, 0, headers));
    await rememberEncryption(world);
  },
  'an unfinished multipart upload': () => (world) => {
    const { key, content } = world.part(ScenarioObject);
    return holdUpload(world, key, new Map([[1, content]]));
  },
  'nothing after an object was deleted': () => async (world) => {
    const { address, content } = world.part(ScenarioObject);
    await world.prepare('PutObject', putObject(address, content));
    await world.prepare('DeleteObject', deleteObject(address));
  },
  'nothing after a multipart upload was aborted': () => async (world) => {
    const { address, key, content } = world.part(ScenarioObject);
    await holdUpload(world, key, new Map([[1, content]]));
    await world.prepare('AbortMultipartUpload', abortMultipartUpload(address, world.part(ScenarioUploads).first.id));
  },
});

Given('an object {objectTrait}', function (this: OssWorld, describe: Describe) {
  describe(this.part(ScenarioObject), this);
});

Given('the bucket holds {storedObject}', async function (this: OssWorld, store: Store) {
  await store(this, []);
});

Given(
  'the bucket holds {storedObject} with the headers',
  async function (this: OssWorld, store: Store, headers: DataTable) {
    await store(this, headersOf(this, headers));
  },
);

/** Creates the scenario's object by one of the ways. Throws Inconclusive if the store refuses. */
async function storeBy(world: OssWorld, way: WayToCreate, headers: readonly HeaderPair[]): Promise<void> {
  const object = world.part(ScenarioObject);
  const { address, content } = object;
  try {
    await createObject(world, way, { principal: 'owner', address, content, headers });
  } catch (error) {
    if (error instanceof Nonconformance) throw new Inconclusive(`could not prepare: ${way}: ${error.message}`);
    throw error;
  }
  if (!world.wasAccepted) throw new Inconclusive(`could not prepare: ${way}: ${describeAnswer(world.answer)}`);
  const { answer } = await world.prepare('HeadObject', headObject(address));
  object.etag = headerValue(answer.headers, 'ETag') ?? null;
  await rememberEncryption(world);
}

async function rememberEncryption(world: OssWorld): Promise<void> {
  const { isThere, words } = await world.settled(
    () => shownEncryption(world),
    (shown) => shown.isThere,
  );
  if (!isThere) throw new Inconclusive(`could not prepare: the object that was uploaded is not there (${words})`);
  world.part(ScenarioObject).before = words;
}

import { When, type DataTable } from '@cucumber/cucumber';
import type { HeaderPair, OssRequest } from '../support/client/request.ts';
import { breakOffUpload } from '../support/harness/objects/broken-upload.ts';
import { createObject, type WayToCreate } from '../support/harness/objects/object-creation.ts';
import {
  appendObject,
  copyObject,
  deleteObject,
  deleteObjects,
  getObject,
  getObjectMeta,
  headObject,
  listObjects,
  putObject,
} from '../support/harness/objects/object-requests.ts';
import { listBuckets } from '../support/harness/conversation/requests.ts';
import { beginning } from '../support/harness/phrases/phrases.ts';
import type { Principal } from '../support/harness/target/target.ts';
import { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { creationPhrases } from './creation-phrases.ts';
import { definePhrases } from './define-phrases.ts';
import { headersOf } from './tables.ts';
import { uploadCalls, type ObjectCall } from './upload-calls.ts';

/** Requests about a scenario's object. */

definePhrases<WayToCreate>('wayToCreate', creationPhrases);

definePhrases<ObjectCall>('objectCall', {
  'uploads the object':
    () =>
    (world, principal, { address, content }) =>
      upload(world, principal, putObject(address, content)),
  ...beginning(
    'creates an object by',
    creationPhrases,
    (way) => (world, principal) => create(world, principal, way, []),
  ),
  'copies the object': () => async (world, principal, object) => {
    const copy = { ...object.address, key: `${object.key}-copy` };
    await upload(world, principal, copyObject(object.address, copy));
    object.key = copy.key;
  },
  'copies the object onto itself':
    () =>
    (world, principal, { address }) =>
      world.ask(principal, copyObject(address, address)),
  'copies the object from the other bucket':
    () =>
    (world, principal, { address }) =>
      upload(world, principal, copyObject({ ...address, bucket: world.otherBucket.name }, address)),
  'copies "…" to "…"':
    (source = '', target = '') =>
    (world, principal, object) => {
      const bucket = world.bucket.name;
      object.key = target;
      return world.ask(principal, copyObject({ bucket, key: source }, { bucket, key: target }));
    },
  'appends "…" at N':
    (text = '', position) =>
    (world, principal, { address }) =>
      world.ask(principal, appendObject(address, Buffer.from(text), Number(position))),
  'breaks off an upload of the object': () => breakOffUpload,
  'appends to the object': () => async (world, principal, object) => {
    const { address, content } = object;
    await world.ask(principal, appendObject(address, content, content.length));
    object.content = Buffer.concat([content, content]);
  },
  ...uploadCalls,
  'reads the object':
    () =>
    (world, principal, { address }) =>
      world.ask(principal, getObject(address)),
  "asks for the object's head":
    () =>
    (world, principal, { address }) =>
      world.ask(principal, headObject(address)),
  'lists the objects':
    () =>
    (world, principal, { address }) =>
      world.ask(principal, listObjects(address.bucket)),
  "asks for the object's meta":
    () =>
    (world, principal, { address }) =>
      world.ask(principal, getObjectMeta(address)),
  'deletes the object':
    () =>
    (world, principal, { address }) =>
      world.ask(principal, deleteObject(address)),
  'deletes the object by DeleteMultipleObjects':
    () =>
    (world, principal, { address: { bucket, key } }) =>
      world.ask(principal, deleteObjects(bucket, `<Delete><Object><Key>${key}</Key></Object></Delete>`)),
  // One entry is enough: the suite does not look at the account's other buckets.
  'lists the buckets': () => (world, principal) => world.ask(principal, listBuckets(1)),
});

When('{principal} {objectCall}', async function (this: OssWorld, principal: Principal, call: ObjectCall) {
  const object = this.part(ScenarioObject);
  // This request does not repeat an earlier upload.
  object.again = null;
  await call(this, principal, object);
});

When(
  '{principal} creates an object by {wayToCreate} with',
  async function (this: OssWorld, principal: Principal, way: WayToCreate, headers: DataTable) {
    await create(this, principal, way, headersOf(this, headers));
  },
);

/** Sends a request that can be repeated with the same outcome. */
async function upload(world: OssWorld, principal: Principal, request: OssRequest): Promise<void> {
  const { draft } = world;
  const again = async (): Promise<void> => {
    world.draft = draft;
    await world.ask(principal, request);
  };
  world.part(ScenarioObject).again = again;
  await again();
}

/** Repeats use a new name each time: a second append to the same object, for example, differs from the first. */
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
    const { address, content } = object;
    object.answers = await createObject(world, way, { principal, address, content, headers });
  };
  await object.again();
}

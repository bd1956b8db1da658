import type { Answer } from '../support/client/exchange.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import { uploadIdIn } from '../support/harness/instruments/upload-instruments.ts';
import { ScenarioUploads, type OpenUpload } from '../support/harness/multipart-uploads/scenario-uploads.ts';
import {
  completeByDocument,
  completionOf,
  listMultipartUploads,
  listUploadsAfter,
} from '../support/harness/multipart-uploads/upload-requests.ts';
import { partEtagIn } from '../support/harness/objects/object-creation.ts';
import {
  abortMultipartUpload,
  initiateMultipartUpload,
  listParts,
  uploadPart,
  uploadPartCopy,
} from '../support/harness/objects/object-requests.ts';
import type { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import type { Phrases } from '../support/harness/phrases/phrases.ts';
import type { Principal } from '../support/harness/target/target.ts';
import type { OssWorld } from '../support/harness/world/world.ts';

/** A request about the scenario's object. */
export type ObjectCall = (world: OssWorld, principal: Principal, object: ScenarioObject) => Promise<void>;

/**
 * Requests of multipart uploads. Parts, completions and aborts are for the first upload of the scenario, and for the
 * object that the scenario is about, even where that upload is for another one.
 */
export const uploadCalls: Phrases<ObjectCall> = {
  'initiates a multipart upload': () => async (world, principal, object) => {
    await world.ask(principal, initiateMultipartUpload(object.address));
    const id = uploadIdIn(world.answer);
    const uploads = world.part(ScenarioUploads);
    if (id === null) uploads.refuse(describeAnswer(world.answer));
    else uploads.begin(object.address, id);
  },
  'uploads the object as part N': (part) => (world, principal, object) =>
    sendPart(world, principal, object, Number(part), object.content),
  'uploads "…" as part N':
    (text = '', part) =>
    (world, principal, object) =>
      sendPart(world, principal, object, Number(part), Buffer.from(text)),
  'copies "…" as part N':
    (source = '', part) =>
    async (world, principal, { address }) => {
      const upload = world.part(ScenarioUploads).first;
      const from = { bucket: world.bucket.name, key: source };
      await world.ask(principal, uploadPartCopy(address, upload.id, Number(part), from));
      keepPart(world.answer, upload, Number(part), null);
    },
  'completes the multipart upload':
    () =>
    (world, principal, { address }) => {
      const { id, parts } = world.part(ScenarioUploads).first;
      return world.ask(principal, completeByDocument(address, id, completionOf(parts)));
    },
  'completes the multipart upload with the parts "…"':
    (numbers = '') =>
    (world, principal, { address }) => {
      const upload = world.part(ScenarioUploads).first;
      const document = completionOf(upload.partsOf(partNumbers(numbers)));
      return world.ask(principal, completeByDocument(address, upload.id, document));
    },
  'completes the other multipart upload': () => (world, principal) => {
    const { address, id, parts } = world.part(ScenarioUploads).other;
    return world.ask(principal, completeByDocument(address, id, completionOf(parts)));
  },
  'aborts the multipart upload':
    () =>
    (world, principal, { address }) =>
      world.ask(principal, abortMultipartUpload(address, world.part(ScenarioUploads).first.id)),
  'aborts the other multipart upload': () => (world, principal) => {
    const { address, id } = world.part(ScenarioUploads).other;
    return world.ask(principal, abortMultipartUpload(address, id));
  },
  'lists the parts':
    () =>
    (world, principal, { address }) =>
      world.ask(principal, listParts(address, world.part(ScenarioUploads).first.id)),
  'lists the multipart uploads': () => (world, principal) =>
    world.ask(principal, listMultipartUploads(world.bucket.name)),
  'lists the multipart uploads after the first one of the object': () => (world, principal, object) => {
    const ids = world
      .part(ScenarioUploads)
      .all.filter(({ address }) => address.key === object.key)
      .map(({ id }) => id);
    const uploadId = ids.toSorted()[0] ?? '';
    return world.ask(principal, listUploadsAfter(world.bucket.name, { key: object.key, uploadId }));
  },
};

/** `1, 5, 8` */
export function partNumbers(text: string): readonly number[] {
  return text.split(', ').map(Number);
}

async function sendPart(
  world: OssWorld,
  principal: Principal,
  { address }: ScenarioObject,
  part: number,
  content: Uint8Array,
): Promise<void> {
  const upload = world.part(ScenarioUploads).first;
  await world.ask(principal, uploadPart(address, upload.id, part, content));
  keepPart(world.answer, upload, part, content);
}

function keepPart(answer: Answer, upload: OpenUpload, part: number, content: Uint8Array | null): void {
  const etag = answer.status === 200 ? partEtagIn(answer) : null;
  if (etag === null) upload.refuse(answer.status === 200 ? '200 without an ETag' : describeAnswer(answer));
  else upload.keep(part, { etag, content });
}

import type { Credentials } from '../../client/credentials.ts';
import type { Answer } from '../../client/exchange.ts';
import { headerValue, type HeaderPair, type OssRequest } from '../../client/request.ts';
import { textAt } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';
import { Inconclusive } from '../verdict/finding.ts';
import {
  appendObject,
  completeMultipartUpload,
  copyObject,
  initiateMultipartUpload,
  postObject,
  putObject,
  uploadPart,
  uploadPartCopy,
  type ObjectAddress,
} from './object-requests.ts';
import { FormDraft } from './form-draft.ts';
import { cutAt, multipartPlans, partCuts, waysByParts, type MultipartPlan, type WayByParts } from './multipart-plan.ts';
import { credentialsOf } from '../target/principals.ts';
import type { Principal } from '../target/target.ts';
import type { OssWorld } from '../world/world.ts';

/** The ways to create an object. */
export const waysToCreate = [
  'PutObject',
  'PostObject',
  'AppendObject',
  'three appends',
  'CopyObject',
  ...waysByParts,
] as const;

export type WayToCreate = (typeof waysToCreate)[number];

/** What to create, and as which principal. */
export interface Creation {
  readonly principal: Principal;
  readonly address: ObjectAddress;
  readonly content: Uint8Array;
  /** The encryption headers of the request; a form upload sends them as fields. */
  readonly headers: readonly HeaderPair[];
}

/**
 * Creates the object and returns the answers to all requests; the scenario judges the last one. Stops at the first
 * refusal.
 */
export async function createObject(world: OssWorld, way: WayToCreate, creation: Creation): Promise<readonly Answer[]> {
  const { principal, address, content, headers } = creation;
  if (way === 'PostObject') return post(world, creation);
  for (const [name, value] of headers) world.draft.useHeader(name, value);
  if (isByParts(way)) return multipartUpload(world, creation, multipartPlans[way]);
  switch (way) {
    case 'PutObject':
      return [await asked(world, principal, putObject(address, content))];
    case 'AppendObject':
      return [await asked(world, principal, appendObject(address, content, 0))];
    case 'three appends':
      return appends(world, creation);
    case 'CopyObject':
      return [await asked(world, principal, copyObject(await preparedSource(world, creation), address))];
  }
}

function isByParts(way: WayToCreate): way is WayByParts {
  return Object.hasOwn(multipartPlans, way);
}

async function asked(world: OssWorld, principal: Principal, request: OssRequest): Promise<Answer> {
  await world.ask(principal, request);
  return world.answer;
}

async function post(world: OssWorld, { principal, address, content, headers }: Creation): Promise<readonly Answer[]> {
  const own = credentialsOf(principal, world.target);
  const fields = own === null ? [] : signedFields(world, address.bucket, own);
  const request = postObject(address, content, [...fields, ...headers]);
  return [await asked(world, 'anonymous', request)];
}

function signedFields(world: OssWorld, bucket: string, own: Credentials): readonly HeaderPair[] {
  const { region, signature } = world.target;
  const version = world.draft.signature ?? signature;
  const signed = version === 'v1' ? { version } : { version, scope: { region, ...world.draft.scope } };
  return world.part(FormDraft).signedFields(bucket, world.draft.keysFor(own), signed, new Date());
}

async function appends(world: OssWorld, { principal, address, content }: Creation): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const { first, last } of cutAt(content.length, partCuts)) {
    const piece = content.subarray(first, last + 1);
    answers.push(await asked(world, principal, appendObject(address, piece, first)));
    if (!world.wasAccepted) break;
  }
  return answers;
}

async function multipartUpload(world: OssWorld, creation: Creation, plan: MultipartPlan): Promise<readonly Answer[]> {
  const { principal, address, content } = creation;
  const source = plan.copies ? await preparedSource(world, creation) : null;
  const initiated = await asked(world, principal, initiateMultipartUpload(address));
  if (!world.wasAccepted) return [initiated];
  const uploadId = uploadIdOf(initiated);
  const answers = [initiated];
  const parts = cutAt(content.length, plan.cuts);
  const etags: string[] = [];
  for (const { part, isDraft } of plan.sendings) {
    const range = parts[part - 1];
    if (range === undefined) throw new Error(`the plan sends a part ${part} that it does not cut`);
    const bytes = content.subarray(range.first, range.last + 1);
    const request =
      source === null
        ? uploadPart(address, uploadId, part, isDraft ? bytes.toReversed() : bytes)
        : uploadPartCopy(address, uploadId, part, source, parts.length === 1 ? null : range);
    const uploaded = await asked(world, principal, request);
    answers.push(uploaded);
    if (!world.wasAccepted) return answers;
    etags[part - 1] = partEtag(uploaded);
  }
  return [...answers, await asked(world, principal, completeMultipartUpload(address, uploadId, etags))];
}

/** An object with the same content to copy from; in a bucket without a rule it is not encrypted. */
async function preparedSource(world: OssWorld, { address, content }: Creation): Promise<ObjectAddress> {
  const source = { bucket: address.bucket, key: `${address.key}-source` };
  await world.prepare('PutObject', putObject(source, content));
  return source;
}

/** The upload id in an answer to InitiateMultipartUpload. Throws Inconclusive if there is none. */
export function uploadIdOf({ body }: Answer): string {
  const xml = readXml(body);
  const uploadId = 'root' in xml ? textAt(xml.root, 'UploadId') : undefined;
  if (uploadId === undefined || uploadId === '') throw new Inconclusive('InitiateMultipartUpload named no UploadId');
  return uploadId;
}

/** A part's ETag is in its header or, for a copied part, in the body. Throws Inconclusive if there is none. */
export function partEtag(answer: Answer): string {
  const etag = partEtagIn(answer);
  if (etag === null) throw new Inconclusive('the uploaded part has no ETag');
  return etag;
}

/** `null` if there is none. */
export function partEtagIn({ headers, body }: Answer): string | null {
  const xml = readXml(body);
  const etag = headerValue(headers, 'ETag') ?? ('root' in xml ? textAt(xml.root, 'ETag') : undefined);
  return etag === undefined || etag === '' ? null : etag;
}

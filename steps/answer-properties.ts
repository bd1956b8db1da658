import { Then } from '@cucumber/cucumber';
import { readErrorDocument } from '../support/client/error-document.ts';
import { headerValue } from '../support/client/request.ts';
import { textAt, type XmlElement } from '../support/client/xml/element.ts';
import { describeAnswer, shown } from '../support/harness/conversation/answer-words.ts';
import { namespaceIn } from '../support/harness/conversation/xml-shape.ts';
import {
  envelopeDeparture,
  idDeparture,
  isHttpDate,
  mismatchedIdentity,
  sharedRequestIds,
} from '../support/harness/errors/error-envelope.ts';
import { TriggeredError } from '../support/harness/errors/triggered-error.ts';
import { decompressed } from '../support/harness/objects/decompression.ts';
import { headObject } from '../support/harness/objects/object-requests.ts';
import { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import { Nonconformance } from '../support/harness/verdict/finding.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { rootOf } from './answer-xml.ts';
import { definePhrases } from './define-phrases.ts';

/** Properties of an answer that do not depend on the operation. */

type RequireProperty = (world: OssWorld) => void | Promise<void>;

definePhrases<RequireProperty>('answerProperty', {
  'has no body': () => requireNoBody,
  'has no body or an empty document': () => requireNoElements,
  'has no namespace': () => requireNoNamespace,
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
  'does not carry the header "…"':
    (header = '') =>
    (world) =>
      requireNoHeader(world, header),
  'has no element "…"':
    (name = '') =>
    ({ answer }) =>
      requireNoElement(rootOf(answer), name),
  'is the whole object': () => (world) => requireWholeObject(world, world.answer.body),
  'is the whole object, compressed or not': () => (world) => requireWholeObject(world, decompressed(world.answer)),
  'has the ETag that HeadObject shows': () => requireEtagOfHead,
  'has the ETag that its body names': () => requireEtagOfBody,
  'names the ETag that HeadObject shows': () => requireNamedEtag,
  'has another ETag than before': () => requireNewEtag,
  'names the URL of the object as its Location': () => requireLocation,
});

Then('the answer(s) {answerProperty}', async function (this: OssWorld, requireProperty: RequireProperty) {
  await requireProperty(this);
  this.part(TriggeredError).requireNamed();
});

function requireNoBody({ answer }: OssWorld): void {
  if (answer.body.length > 0) throw new Nonconformance('no body', `${describeAnswer(answer)} with a body`);
}

function requireNoElements({ answer }: OssWorld): void {
  const [child] = answer.body.length === 0 ? [] : rootOf(answer).children;
  if (child !== undefined) throw new Nonconformance('no body or an empty document', `${child.name} in the answer`);
}

function requireNoElement({ children }: XmlElement, name: string): void {
  for (const child of children) {
    if (child.name === name) throw new Nonconformance(`no ${name}`, 'one');
    requireNoElement(child, name);
  }
}

function requireNoHeader({ answer }: OssWorld, name: string): void {
  if (headerValue(answer.headers, name) !== undefined) throw new Nonconformance(`no header ${name}`, 'one');
}

function requireWholeObject(world: OssWorld, body: Uint8Array): void {
  const { answer } = world;
  if (answer.status !== 200) throw new Nonconformance('200', describeAnswer(answer));
  const range = headerValue(answer.headers, 'Content-Range');
  if (range !== undefined) throw new Nonconformance('no Content-Range', range);
  if (Buffer.compare(body, world.part(ScenarioObject).content) !== 0)
    throw new Nonconformance('the whole object', `${body.length} bytes that are not it`);
}

async function requireEtagOfHead(world: OssWorld): Promise<void> {
  const { answer } = await world.look(headObject(world.part(ScenarioObject).address));
  requireEtag(world, headerValue(answer.headers, 'ETag'), 'the ETag that HeadObject shows');
}

function requireEtagOfBody(world: OssWorld): void {
  requireEtag(world, textAt(rootOf(world.answer), 'ETag'), 'the ETag that its body names');
}

/** The document is about the scenario's object, or a listing in which the object comes first. */
async function requireNamedEtag(world: OssWorld): Promise<void> {
  const root = rootOf(world.answer);
  const named = textAt(root, 'ETag') ?? textAt(root, 'Contents', 'ETag');
  const { answer } = await world.look(headObject(world.part(ScenarioObject).address));
  const shown = headerValue(answer.headers, 'ETag');
  if (named === undefined || named !== shown)
    throw new Nonconformance('the ETag that HeadObject shows', named === undefined ? 'none' : 'another one');
}

function requireNewEtag(world: OssWorld): void {
  const etag = headerValue(world.answer.headers, 'ETag');
  if (etag === undefined || etag === world.part(ScenarioObject).snapshot.headers.get('etag'))
    throw new Nonconformance('another ETag than before', etag === undefined ? 'none' : 'the same');
}

/** In either addressing style, of any endpoint. The name of the object needs no percent-encoding. */
function requireLocation(world: OssWorld): void {
  const { bucket, key } = world.part(ScenarioObject).address;
  const location = textAt(rootOf(world.answer), 'Location') ?? '';
  // Not by URL, which takes no name like examplebucket.127.0.0.1.
  const [, host, path] = /^https?:\/\/([^/]+)\/(.*)$/u.exec(location) ?? [];
  if (host === undefined)
    throw new Nonconformance('the URL of the object as Location', location === '' ? 'none' : 'a text that is no URL');
  if (path !== (host.startsWith(`${bucket}.`) ? key : `${bucket}/${key}`))
    throw new Nonconformance('the URL of the object as Location', 'another URL');
}

function requireEtag({ answer }: OssWorld, wanted: string | undefined, words: string): void {
  const etag = headerValue(answer.headers, 'ETag');
  if (etag === undefined || etag !== wanted)
    throw new Nonconformance(words, etag === undefined ? 'none' : 'another one');
}

function requireNoNamespace({ answer }: OssWorld): void {
  const namespace = namespaceIn(rootOf(answer));
  if (namespace !== null) throw new Nonconformance('no namespace', `the namespace ${namespace}`);
}

function requireDate({ answer }: OssWorld): void {
  const date = headerValue(answer.headers, 'Date');
  if (date !== undefined && isHttpDate(date)) return;
  // Only the form, because two runs must give the same reason.
  const got = date === undefined ? 'none' : `one of the form ${shown(date.replaceAll(/\d/gu, '9'))}`;
  throw new Nonconformance('a Date in the form of HTTP', got);
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
  const departure = id === undefined ? 'none' : idDeparture(id, length);
  if (departure !== null)
    throw new Nonconformance(`an x-oss-request-id of ${length} upper-case hexadecimal digits`, departure);
}

function requireDifferentRequestIds({ conversation }: OssWorld): void {
  const shared = sharedRequestIds(conversation.exchanges);
  if (shared !== null) throw new Nonconformance('a unique x-oss-request-id on every answer', shared);
}

function requireErrorDocument({ answer }: OssWorld): void {
  const departure = envelopeDeparture(answer);
  if (departure !== null)
    throw new Nonconformance('an error document', `${departure} (in the answer ${describeAnswer(answer)})`);
}

function requireIdentity({ answer, exchange }: OssWorld): void {
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

import { Then, type DataTable } from '@cucumber/cucumber';
import { headerValue, type OssRequest } from '../support/client/request.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import { listedDeparture, listedSize } from '../support/harness/objects/listed-object.ts';
import {
  getObject,
  getObjectMeta,
  headObject,
  listObjects,
  type ByteRange,
  type ObjectAddress,
} from '../support/harness/objects/object-requests.ts';
import { isOfOneWriter } from '../support/harness/objects/object-content.ts';
import { rangeFault, requireRange } from '../support/harness/objects/range-reading.ts';
import { requireModifiedLater, requireModifiedNow } from '../support/harness/objects/last-modified.ts';
import { lookForObject } from '../support/harness/instruments/object-sight.ts';
import { Nonconformance } from '../support/harness/verdict/finding.ts';
import { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { definePhrases } from './define-phrases.ts';
import { rowsOf } from './tables.ts';

/** Whether a scenario's object exists, and what is read from it. */

type RequireState = (world: OssWorld) => Promise<void>;

definePhrases<RequireState>('objectState', {
  'reads back byte for byte': () => requireContent,
  'shows its length in HeadObject': () => (world) => requireLength(world, headObject),
  'shows its length in GetObjectMeta': () => (world) => requireLength(world, getObjectMeta),
  'shows its length in the listing': () => requireListedSize,
  'is listed as HeadObject describes it': () => requireListedAsHead,
  'is that of one writer': () => async (world) => {
    const { address, content } = world.part(ScenarioObject);
    const { answer } = await world.look(getObject(address));
    if (answer.status !== 200) throw new Nonconformance('the object', describeAnswer(answer));
    if (!isOfOneWriter(answer.body, content.length))
      throw new Nonconformance('what one writer sent, and nothing else', 'other bytes');
  },
  'does not exist': () => async (world) => {
    const { isThere, words } = await lookForObject(world, world.part(ScenarioObject).address);
    if (isThere) throw new Nonconformance('no such object', words);
  },
  'was last modified at the time of its upload': () => requireModifiedNow,
  'was last modified later than before': () => requireModifiedLater,
  'is not found under the name "…"':
    (key = '') =>
    async (world) => {
      const { isThere, words } = await lookForObject(world, { ...world.part(ScenarioObject).address, key });
      if (isThere) throw new Nonconformance('no object of another name', words);
    },
});

Then('the object {objectState}', async function (this: OssWorld, requireState: RequireState) {
  await requireState(this);
});

Then('the answer holds the bytes {int} to {int} of the object', function (this: OssWorld, first: number, last: number) {
  const fault = rangeFault(this.answer, this.part(ScenarioObject).content, { first, last });
  if (fault !== null) throw new Nonconformance(fault.wanted, fault.got);
});

/** One range a row: the value of the header, and the bytes as `first-last`, or `whole` for a range to be ignored. */
Then('the object reads back in the ranges', async function (this: OssWorld, ranges: DataTable) {
  for (const [range, bytes] of rowsOf(this, ranges)) await requireRange(this, { range, bytes: bytesIn(bytes) });
});

function bytesIn(cell: string): ByteRange | 'whole' {
  if (cell === 'whole') return cell;
  const [, first, last] = /^(\d+)-(\d+)$/u.exec(cell) ?? [];
  if (first === undefined || last === undefined) throw new Error(`"${cell}" names no bytes; write first-last or whole`);
  return { first: Number(first), last: Number(last) };
}

async function requireContent(world: OssWorld): Promise<void> {
  const { address, content } = world.part(ScenarioObject);
  const { answer } = await world.look(getObject(address));
  if (answer.status !== 200) throw new Nonconformance('the object', describeAnswer(answer));
  const length = headerValue(answer.headers, 'Content-Length');
  if (length !== undefined && Number(length) !== content.length)
    throw new Nonconformance(`a Content-Length of ${content.length}`, length);
  requireBytes(answer.body, content);
}

/** The plaintext length, which the store states but the body does not show. */
async function requireLength(world: OssWorld, requestFor: (address: ObjectAddress) => OssRequest): Promise<void> {
  const { address, content } = world.part(ScenarioObject);
  const { answer } = await world.look(requestFor(address));
  if (answer.status !== 200) throw new Nonconformance('the object', describeAnswer(answer));
  const length = headerValue(answer.headers, 'Content-Length') ?? 'none';
  if (length !== String(content.length)) throw new Nonconformance(`a Content-Length of ${content.length}`, length);
}

async function requireListedSize(world: OssWorld): Promise<void> {
  const { address, content } = world.part(ScenarioObject);
  const { answer } = await world.look(listObjects(address.bucket));
  if (answer.status !== 200) throw new Nonconformance('a listing', describeAnswer(answer));
  const size = listedSize(answer, address.key);
  if (size !== String(content.length))
    throw new Nonconformance(`a Size of ${content.length} in the listing`, size ?? 'no such object');
}

async function requireListedAsHead(world: OssWorld): Promise<void> {
  const { address } = world.part(ScenarioObject);
  const { answer } = await world.look(listObjects(address.bucket));
  if (answer.status !== 200) throw new Nonconformance('a listing', describeAnswer(answer));
  const head = await world.look(headObject(address));
  const difference = listedDeparture(answer, address.key, head.answer);
  if (difference !== null) throw new Nonconformance(difference.expected, difference.got);
}

function requireBytes(got: Uint8Array, wanted: Uint8Array): void {
  if (Buffer.compare(got, wanted) === 0) return;
  const sizes = got.length === wanted.length ? 'other bytes' : `${got.length} bytes`;
  throw new Nonconformance(`the ${wanted.length} bytes that were uploaded`, sizes);
}

import { Then } from '@cucumber/cucumber';
import { headerValue } from '../support/client/request.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import { requireModifiedLater, requireModifiedNow } from '../support/harness/objects/last-modified.ts';
import { objectReading } from '../support/harness/instruments/instruments.ts';
import { lookForObject } from '../support/harness/instruments/object-sight.ts';
import { getObject } from '../support/harness/objects/object-requests.ts';
import { Nonconformance } from '../support/harness/verdict/finding.ts';
import { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { definePhrases } from './define-phrases.ts';

/** Whether a scenario's object exists, and what is read from it. */

type RequireState = (world: OssWorld) => Promise<void>;

definePhrases<RequireState>('objectState', {
  'reads back byte for byte': () => requireContent,
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
  const { content } = this.part(ScenarioObject);
  if (this.answer.status !== 206) throw new Nonconformance('206', describeAnswer(this.answer));
  requireBytes(this.answer.body, content.subarray(first, last + 1));
  const range = headerValue(this.answer.headers, 'Content-Range');
  const wanted = `bytes ${first}-${last}/${content.length}`;
  if (range !== wanted) throw new Nonconformance(`the Content-Range "${wanted}"`, range ?? 'none');
});

async function requireContent(world: OssWorld): Promise<void> {
  const { address, content } = world.part(ScenarioObject);
  world.session.requireInstrument(objectReading);
  const { answer } = await world.look(getObject(address));
  if (answer.status !== 200) throw new Nonconformance('the object', describeAnswer(answer));
  const length = headerValue(answer.headers, 'Content-Length');
  if (length !== undefined && Number(length) !== content.length)
    throw new Nonconformance(`a Content-Length of ${content.length}`, length);
  requireBytes(answer.body, content);
}

function requireBytes(got: Uint8Array, wanted: Uint8Array): void {
  if (Buffer.compare(got, wanted) === 0) return;
  const sizes = got.length === wanted.length ? 'other bytes' : `${got.length} bytes`;
  throw new Nonconformance(`the ${wanted.length} bytes that were uploaded`, sizes);
}

import { Then, type DataTable } from '@cucumber/cucumber';
import type { Answer } from '../support/client/exchange.ts';
import { headerValue } from '../support/client/request.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import { beginning } from '../support/harness/phrases/phrases.ts';
import { headObject, putObject } from '../support/harness/objects/object-requests.ts';
import { Inconclusive, Nonconformance } from '../support/harness/verdict/finding.ts';
import { describeEncryption, shownEncryption } from '../support/harness/object-encryption/object-encryption.ts';
import { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { definePhrases } from './define-phrases.ts';
import { algorithmPhrases } from './rule-phrases.ts';
import { headersOf, type Row } from './tables.ts';

/** What the store says about an object's encryption, in its answers and later. */

const algorithmHeader = 'x-oss-server-side-encryption';
const keyIdHeader = 'x-oss-server-side-encryption-key-id';

type RequireObjectEncryption = (world: OssWorld) => Promise<void>;

definePhrases<RequireObjectEncryption>('objectEncryption', {
  ...beginning('encrypted with', algorithmPhrases, (rule) => (world) => {
    const elements = new Map(rule);
    return requireEncryption(
      world,
      describeEncryption(elements.get('SSEAlgorithm'), elements.get('KMSDataEncryption')),
    );
  }),
  'encrypted with the default key of KMS': () => requireDefaultKey,
  'not encrypted': () => (world) => requireEncryption(world, describeEncryption(undefined, undefined)),
  'encrypted as before': () => (world) => {
    const { before } = world.part(ScenarioObject);
    if (before === null) throw new Error('the scenario compares an object with one that its set-up did not upload');
    return requireEncryption(world, before);
  },
});

// An object may be created by several requests; the headers are those of every answer.
Then('the store accepts (every request )and answers (each )with', async function (this: OssWorld, headers: DataTable) {
  await requireHeaders(this, () => answersOf(this), headersOf(this, headers));
});

Then('the object is {objectEncryption}', async function (this: OssWorld, requireIt: RequireObjectEncryption) {
  await requireIt(this);
});

/** The answers to the last step: one for each request that it sent. */
function answersOf(world: OssWorld): readonly Answer[] {
  const { answers } = world.part(ScenarioObject);
  return answers.at(-1) === world.answer ? answers : [world.answer];
}

async function requireEncryption(world: OssWorld, wanted: string): Promise<void> {
  const { words } = await world.part(ScenarioObject).settledUpload(
    () => shownEncryption(world),
    (shown) => shown.words === wanted,
  );
  if (words !== wanted) throw new Nonconformance(`an object with ${wanted}`, words);
}

/** The store chooses the id of the default key: an upload with KMS and no key shows it. */
async function requireDefaultKey(world: OssWorld): Promise<void> {
  const object = world.part(ScenarioObject);
  const other = { ...object.address, key: `${object.key}-default-key` };
  await world.prepare('PutObject', putObject(other, object.content, [[algorithmHeader, 'KMS']]));
  const { answer } = await world.prepare('HeadObject', headObject(other));
  const wanted = headerValue(answer.headers, keyIdHeader);
  if (wanted === undefined) throw new Inconclusive('could not prepare: an object with KMS shows no key');
  const got = await object.settledUpload(
    async () => headerValue((await world.look(headObject(object.address))).answer.headers, keyIdHeader),
    (seen) => seen === wanted,
  );
  if (got !== wanted)
    throw new Nonconformance('an object with the default key of KMS', got === undefined ? 'no key' : 'another key');
}

/**
 * Throws unless the store accepts everything and every answer has these headers: `(none)` means absent, `(any)` not
 * empty.
 */
async function requireHeaders(
  world: OssWorld,
  answers: () => readonly Answer[],
  wanted: readonly Row[],
): Promise<void> {
  const lacking = await world.part(ScenarioObject).settledUpload(
    () => departure(world, answers(), wanted),
    (found) => found === null,
  );
  if (lacking !== null) throw lacking;
}

function departure(world: OssWorld, answers: readonly Answer[], wanted: readonly Row[]): Nonconformance | null {
  if (!world.wasAccepted) return new Nonconformance('the request to be accepted', describeAnswer(world.answer));
  for (const { headers } of answers)
    for (const [name, value] of wanted) {
      const got = headerValue(headers, name);
      if (fitsHeader(got, value)) continue;
      // Without the value, so that a header which the store never sends is one cause.
      if (got === undefined) return new Nonconformance(`the header ${name}`, 'none');
      return new Nonconformance(`${name}: ${inReason(name, value, 'the key')}`, inReason(name, got, 'another key'));
    }
  return null;
}

/** `(any)` stands for a value that is not empty, `(none or X)` for X or no such header. */
function fitsHeader(got: string | undefined, wanted: string): boolean {
  if (wanted === '(any)') return got !== undefined && got !== '';
  if (wanted === '(none)') return got === undefined;
  const tolerated = /^\(none or (.*)\)$/u.exec(wanted)?.[1];
  return tolerated === undefined ? got === wanted : got === tolerated || got === undefined;
}

/** Reasons contain no key ids, because the default key's id differs from run to run, and no long metadata. */
function inReason(header: string, value: string, keyInWords: string): string {
  if (header.endsWith('-key-id') && !value.startsWith('(')) return keyInWords;
  return value.length <= longestValue ? value : `${value.length} characters`;
}

const longestValue = 200;

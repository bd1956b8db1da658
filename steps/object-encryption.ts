import { Then, type DataTable } from '@cucumber/cucumber';
import type { Answer } from '../support/client/exchange.ts';
import { headerValue } from '../support/client/request.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import { Nonconformance } from '../support/harness/verdict/finding.ts';
import { describeEncryption, shownEncryption } from '../support/harness/object-encryption/object-encryption.ts';
import { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import type { RuleWords } from './parameter-types.ts';
import { rowsOf, type Row } from './tables.ts';

/** What the store says of an object's encryption, in its answers and afterwards. */

Then('the store accepts and answers with', async function (this: OssWorld, headers: DataTable) {
  await requireHeaders(this, () => [this.answer], rowsOf(this, headers));
});

Then('the store accepts every request and answers each with', async function (this: OssWorld, headers: DataTable) {
  await requireHeaders(this, () => this.part(ScenarioObject).answers, rowsOf(this, headers));
});

Then('the object is encrypted with {rule}', async function (this: OssWorld, rule: RuleWords) {
  const elements = new Map(rule);
  await requireEncryption(this, describeEncryption(elements.get('SSEAlgorithm'), elements.get('KMSDataEncryption')));
});

Then('the object is not encrypted', async function (this: OssWorld) {
  await requireEncryption(this, describeEncryption(undefined, undefined));
});

Then('the object is encrypted as before', async function (this: OssWorld) {
  const { before } = this.part(ScenarioObject);
  if (before === null) throw new Error('the scenario speaks of an object that its set-up did not upload');
  await requireEncryption(this, before);
});

Then('what became of the object is reported', async function (this: OssWorld) {
  const { isThere, words } = await shownEncryption(this);
  const then = isThere ? `an object with ${words}` : 'no such object';
  this.observations.push(`answered ${describeAnswer(this.answer)}; then ${then}`);
});

async function requireEncryption(world: OssWorld, wanted: string): Promise<void> {
  const { words } = await world.part(ScenarioObject).settledUpload(
    () => shownEncryption(world),
    (shown) => shown.words === wanted,
  );
  if (words !== wanted) throw new Nonconformance(`an object with ${wanted}`, words);
}

/** Throws unless all is accepted and every answer has these headers: `(none)` for absent, `(any)` for not empty. */
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
      const got = headerValue(headers, name) ?? '(none)';
      const fits = value === '(any)' ? got !== '(none)' && got !== '' : got === value;
      if (!fits)
        return new Nonconformance(
          `${name}: ${withoutKeyId(name, value, 'the key')}`,
          withoutKeyId(name, got, 'another key'),
        );
    }
  return null;
}

/** Reasons hold no ids of keys: those of default keys differ from run to run. */
function withoutKeyId(header: string, value: string, inWords: string): string {
  return header.endsWith('-key-id') && !value.startsWith('(') ? inWords : value;
}

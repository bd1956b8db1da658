import { Then } from '@cucumber/cucumber';
import { readErrorDocument } from '../support/client/error-document.ts';
import type { Answer } from '../support/client/exchange.ts';
import { headerValue } from '../support/client/request.ts';
import type { XmlElement } from '../support/client/xml/element.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import { describeReading } from '../support/harness/bucket-encryption/encryption-rule.ts';
import { shownEncryption } from '../support/harness/object-encryption/object-encryption.ts';
import { resourceOf } from '../support/harness/neutral-resource/resource-choice.ts';
import { ScenarioListing } from '../support/harness/listings/scenario-listing.ts';
import { describeContents } from '../support/harness/objects/bucket-contents.ts';
import { signatureElementInWords } from '../support/harness/errors/error-details.ts';
import { Nonconformance } from '../support/harness/verdict/finding.ts';
import { headObject } from '../support/harness/objects/object-requests.ts';
import { BucketRules } from '../support/harness/bucket-encryption/bucket-rules.ts';
import { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import { OssutilScenario } from '../support/ossutil/runner/ossutil-scenario.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { ClientDifferences } from './client-comparison.ts';
import { definePhrases } from './define-phrases.ts';

/** What clauses of the level `observe` report: the documentation is silent, so no answer is right or wrong. */

type Observe = (world: OssWorld) => string | Promise<string>;

definePhrases<Observe>('observation', {
  'what the store did': () => async (world) => {
    const after = await world.part(BucketRules).read(world.bucket);
    return `answered ${describeAnswer(world.answer)}; then ${describeReading(after)}`;
  },
  'what the store did with the resource': () => async (world) =>
    `answered ${describeAnswer(world.answer)}; then ${await resourceOf(world).describe()}`,
  'what the store did with the object': () => async (world) => {
    const { isThere, words } = await shownEncryption(world);
    const then = isThere ? `an object with ${words}` : 'no such object';
    return `answered ${describeAnswer(world.answer)}; then ${then}`;
  },
  'what the store did with the metadata': () => observeMetadata,
  'the answer': () => (world) => `answered ${describeAnswer(world.answer)}`,
  'what the bucket holds': () => describeContents,
  'what the store listed': () => (world) =>
    world.wasAccepted ? world.part(ScenarioListing).describe() : `answered ${describeAnswer(world.answer)}`,
  'the formatting of the answer': () => observeFormatting,
  'the header "…"':
    (name = '') =>
    ({ answer }) =>
      `${name}: ${headerValue(answer.headers, name) ?? 'none'}`,
  'the element "…" of the error':
    (name = '') =>
    ({ answer, exchange }) =>
      signatureElementInWords(errorElements(answer), name, exchange),
  'its exit code': () => (world) => `the exit code ${world.part(OssutilScenario).run.exitCode}`,
  'where the clients differ': () => (world) => world.part(ClientDifferences).words,
});

Then('{observation} is reported', async function (this: OssWorld, observe: Observe) {
  this.observations.push(await observe(this));
});

async function observeMetadata(world: OssWorld): Promise<string> {
  const sent = world.exchange.request.headers.filter(([name]) => name.toLowerCase().startsWith('x-oss-meta-'));
  const { answer } = await world.look(headObject(world.part(ScenarioObject).address));
  const kept = sent.map(([name, value]) => `${name} ${howKept(value, headerValue(answer.headers, name))}`);
  const then = answer.status === 200 ? kept.join(', ') : describeAnswer(answer);
  return `answered ${describeAnswer(world.answer)}; then ${then}`;
}

function howKept(sent: string, got: string | undefined): string {
  if (got === undefined) return 'lost';
  return got === sent ? 'as it was sent' : 'with another value';
}

function errorElements(answer: Answer): readonly XmlElement[] {
  const reading = readErrorDocument(answer);
  if ('error' in reading) return reading.error.extra;
  throw new Nonconformance('an OSS error document', reading.notAnError);
}

function observeFormatting({ answer }: OssWorld): string {
  const { headers, body } = answer;
  if (body.length === 0) return `answered ${describeAnswer(answer)} without a body`;
  const text = new TextDecoder().decode(body);
  const type = headerValue(headers, 'Content-Type');
  return [
    type === undefined ? 'no Content-Type' : `Content-Type ${type}`,
    text.startsWith('<?xml') ? 'an XML declaration' : 'no XML declaration',
    /\n\s*</u.test(text) ? 'indented' : 'on one line',
    headerValue(headers, 'Content-Length') === undefined ? 'chunked' : 'with Content-Length',
  ].join(', ');
}

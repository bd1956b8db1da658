import { Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { readErrorDocument } from '../support/client/error-document.ts';
import { readXml } from '../support/client/xml/reading.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import { NotPrepared, type Reply } from '../support/harness/conversation/conversation.ts';
import { Inconclusive, Nonconformance } from '../support/harness/verdict/finding.ts';
import { getBucketInfo } from '../support/harness/conversation/requests.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { definePhrases, defineWords } from './define-phrases.ts';
import { headersOf } from './tables.ts';

/** The buckets of a scenario, and whether they exist. */

/** Gives the scenario a bucket. */
export type BringBucket = (world: OssWorld) => Promise<void>;

definePhrases<BringBucket>('bucket', {
  'a bucket': () => async (world) => {
    await world.useBucket();
  },
  'another bucket': () => async (world) => {
    await world.useBucket();
    world.setAside();
  },
  'a bucket that does not exist': () => async (world) => {
    world.useMissingBucket();
  },
  'the bucket name "…"': (name) => async (world) => {
    world.useMissingBucket(name);
  },
});

defineWords<(answer: Reply['answer']) => void>('existence', {
  'still exists': (answer) => {
    if (!isThere(answer)) throw new Nonconformance('the bucket still to exist', describeAnswer(answer));
  },
  'still does not exist': (answer) => {
    if (isThere(answer)) throw new Nonconformance('no bucket to be created', 'a bucket of that name');
  },
});

Given('{bucket}', async function (this: OssWorld, bring: BringBucket) {
  await bring(this);
});

When('the owner creates a bucket with the headers', async function (this: OssWorld, headers: DataTable) {
  try {
    await this.useBucket(headersOf(this, headers));
  } catch (error) {
    throw error instanceof NotPrepared && isRefusalOfRequest(error.reply)
      ? new Nonconformance('the bucket to be created', `${describeAnswer(error.reply.answer)} to its PutBucket`)
      : error;
  }
});

Then('the bucket {existence}', async function (this: OssWorld, requireExistence: (answer: Reply['answer']) => void) {
  const { answer } = await this.look(getBucketInfo(this.bucket.name));
  requireExistence(answer);
});

function isThere(answer: Reply['answer']): boolean {
  const xml = readXml(answer.body);
  if (answer.status === 200 && 'root' in xml && xml.root.name === 'BucketInfo') return true;
  if (answer.status === 404 && 'error' in readErrorDocument(answer)) return false;
  throw new Inconclusive(
    `it cannot be seen whether the bucket exists: GetBucketInfo was answered ${describeAnswer(answer)}`,
  );
}

/** An account at its bucket limit says nothing about this bucket. */
function isRefusalOfRequest({ answer, foreign }: Reply): boolean {
  const reading = readErrorDocument(answer);
  return foreign === null && answer.status >= 400 && 'error' in reading && reading.error.code !== 'TooManyBuckets';
}

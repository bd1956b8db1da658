import { Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { readErrorDocument } from '../support/client/error-document.ts';
import { childrenOf, textAt, type XmlElement } from '../support/client/xml/element.ts';
import { readXml } from '../support/client/xml/reading.ts';
import {
  byDocument,
  deleteBucket,
  getBucketAcl,
  getBucketLocation,
  inStorageClass,
  listBucketsNamed,
} from '../support/harness/buckets/bucket-requests.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import { NotPrepared, type Reply } from '../support/harness/conversation/conversation.ts';
import { Inconclusive, Nonconformance } from '../support/harness/verdict/finding.ts';
import { getBucketInfo, putBucket } from '../support/harness/conversation/requests.ts';
import type { Principal } from '../support/harness/target/target.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { rootOf } from './answer-xml.ts';
import { definePhrases, defineWords } from './define-phrases.ts';
import { headersOf } from './tables.ts';

/** The buckets of a scenario: how they are created, deleted, listed, and what they say about themselves. */

/** Gives the scenario a bucket. */
export type BringBucket = (world: OssWorld) => Promise<void>;
type Call = (world: OssWorld, principal: Principal) => Promise<void>;
type RequireState = (answer: Reply['answer']) => void;

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

definePhrases<RequireState>('bucketState', {
  'still exists': () => (answer) => {
    if (!isThere(answer)) throw new Nonconformance('the bucket still to exist', describeAnswer(answer));
  },
  'still does not exist': () => (answer) => {
    if (isThere(answer)) throw new Nonconformance('no bucket to be created', 'a bucket of that name');
  },
  'is private': () => (answer) => requireProperty(answer, ['AccessControlList', 'Grant'], 'private'),
  'is in the storage class "…"':
    (storageClass = '') =>
    (answer) =>
      requireProperty(answer, ['StorageClass'], storageClass),
});

definePhrases<Call>('bucketCall', {
  'creates the bucket again': () => (world, principal) => world.ask(principal, putBucket(world.bucket.name)),
  'creates the bucket again in the storage class "…"':
    (storageClass = '') =>
    (world, principal) =>
      world.ask(principal, putBucket(world.bucket.name, inStorageClass(storageClass))),
  'deletes the bucket': () => (world, principal) => world.ask(principal, deleteBucket(world.bucket.name)),
  'reads the ACL of the bucket': () => (world, principal) => world.ask(principal, getBucketAcl(world.bucket.name)),
  'reads the location of the bucket': () => (world, principal) =>
    world.ask(principal, getBucketLocation(world.bucket.name)),
  'lists the buckets with the bucket\'s name as prefix, at most "…"':
    (maxKeys = '') =>
    (world, principal) =>
      world.ask(principal, listBucketsNamed(world.bucket.name, [['max-keys', maxKeys]])),
  "lists the buckets with the bucket's name as prefix, after the bucket": () => (world, principal) =>
    world.ask(principal, listBucketsNamed(world.bucket.name, [['marker', world.bucket.name]])),
});

defineWords<(listing: XmlElement, bucket: string) => void>('bucketListing', {
  'names the bucket': (listing, bucket) => {
    if (!namesIn(listing).includes(bucket))
      throw new Nonconformance('the bucket in the listing', 'a listing without it');
  },
  'does not name the bucket': (listing, bucket) => {
    if (namesIn(listing).includes(bucket)) throw new Nonconformance('a listing without the bucket', 'one with it');
  },
  'names only buckets with that prefix': (listing, bucket) => {
    if (!namesIn(listing).every((name) => name.startsWith(bucket)))
      throw new Nonconformance('only buckets whose names begin with the prefix', 'others too');
  },
  'says nothing about pages': (listing) => {
    const found = listing.children.find(({ name }) => pageElements.has(name));
    if (found !== undefined) throw new Nonconformance('no element about pages', found.name);
  },
});

Given('{bucket}', async function (this: OssWorld, bring: BringBucket) {
  await bring(this);
});

When('the owner creates a bucket with the headers', async function (this: OssWorld, headers: DataTable) {
  try {
    await this.useBucket({ headers: headersOf(this, headers) });
  } catch (error) {
    throw error instanceof NotPrepared && isRefusalOfRequest(error.reply)
      ? new Nonconformance('the bucket to be created', `${describeAnswer(error.reply.answer)} to its PutBucket`)
      : error;
  }
});

When('the owner creates a bucket with the document', async function (this: OssWorld, document: string) {
  const since = this.conversation.exchanges.length;
  try {
    await this.useBucket(byDocument(document));
  } catch (error) {
    if (!(error instanceof NotPrepared)) throw error;
    return this.judge(error.reply);
  }
  const exchange = this.conversation.exchanges.slice(since).at(-1);
  if (exchange !== undefined && 'answer' in exchange.outcome)
    this.judge({ exchange, answer: exchange.outcome.answer, foreign: null, tries: 1 });
});

When('{principal} {bucketCall}', async function (this: OssWorld, principal: Principal, call: Call) {
  await call(this, principal);
});

Then('the bucket {bucketState}', async function (this: OssWorld, requireState: RequireState) {
  const { answer } = await this.look(getBucketInfo(this.bucket.name));
  requireState(answer);
});

Then(
  'the listing {bucketListing}',
  async function (this: OssWorld, requireListing: (listing: XmlElement, bucket: string) => void) {
    const { answer } = this;
    if (answer.status !== 200) throw new Nonconformance('200', describeAnswer(answer));
    requireListing(rootOf(answer), this.bucket.name);
  },
);

/** What speaks of pages in a listing of buckets (LSB-08). */
const pageElements: ReadonlySet<string> = new Set(['Prefix', 'Marker', 'MaxKeys', 'IsTruncated', 'NextMarker']);

function namesIn(listing: XmlElement): readonly string[] {
  const [buckets] = childrenOf(listing, 'Buckets');
  return buckets === undefined ? [] : childrenOf(buckets, 'Bucket').map((bucket) => textAt(bucket, 'Name') ?? '');
}

/** A property that GetBucketInfo shows. */
function requireProperty(answer: Reply['answer'], path: readonly string[], wanted: string): void {
  if (!isThere(answer)) throw new Nonconformance('the bucket still to exist', describeAnswer(answer));
  const got = textAt(rootOf(answer), 'Bucket', ...path);
  if (got === undefined) throw new Inconclusive(`GetBucketInfo shows no ${path.join('/')}`);
  if (got !== wanted) throw new Nonconformance(`${path.join('/')} ${wanted} in the bucket info`, got);
}

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

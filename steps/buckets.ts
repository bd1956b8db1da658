import { Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { readErrorDocument } from '../support/client/error-document.ts';
import { headerValue } from '../support/client/request.ts';
import { childrenOf, textAt, type XmlElement } from '../support/client/xml/element.ts';
import { readXml } from '../support/client/xml/reading.ts';
import {
  askingFor,
  byDocument,
  deleteBucket,
  getBucketAcl,
  getBucketLocation,
  listBucketsNamed,
} from '../support/harness/buckets/bucket-requests.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import { NotPrepared, type Reply } from '../support/harness/conversation/conversation.ts';
import { meaningOf } from '../support/harness/objects/cell-values.ts';
import { Inconclusive, Nonconformance } from '../support/harness/verdict/finding.ts';
import { getBucketInfo, putBucket } from '../support/harness/conversation/requests.ts';
import type { Principal } from '../support/harness/target/target.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { rootOf } from './answer-xml.ts';
import { definePhrases } from './define-phrases.ts';
import { headersOf } from './tables.ts';

/** The buckets of a scenario: how they are created, deleted, listed, and what they say about themselves. */

type RequireListing = (world: OssWorld) => Promise<void>;
type Check = (listing: XmlElement, bucket: string) => void;

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
  'the bucket "…"':
    (name = '') =>
    (world) =>
      world.useFurtherBuckets([meaningOf(world, name)]),
  'the buckets "…" and "…"':
    (...names) =>
    (world) =>
      world.useFurtherBuckets(names.map((name) => meaningOf(world, name))),
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
  'does not have the redundancy "…"':
    (redundancy = '') =>
    (answer) => {
      if (!isThere(answer)) throw new Nonconformance('the bucket still to exist', describeAnswer(answer));
      if (textAt(rootOf(answer), 'Bucket', 'DataRedundancyType') === redundancy)
        throw new Nonconformance(`a bucket without the redundancy ${redundancy}`, 'one with it');
    },
  'was created in the last hour': () => requireRecent,
});

definePhrases<Call>('bucketCall', {
  'creates the bucket again': () => (world, principal) => world.ask(principal, putBucket(world.bucket.name)),
  'creates the bucket again in the storage class "…"':
    (storageClass = '') =>
    (world, principal) =>
      world.ask(principal, putBucket(world.bucket.name, askingFor('StorageClass', storageClass))),
  'creates the bucket again with the redundancy "…"':
    (redundancy = '') =>
    (world, principal) =>
      world.ask(principal, putBucket(world.bucket.name, askingFor('DataRedundancyType', redundancy))),
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

definePhrases<RequireListing>('bucketListing', {
  'names the bucket': () => (world) => requireSettled(world, requireNamed),
  'names the bucket "…"':
    (name = '') =>
    (world) =>
      requireSettled(world, (listing) => requireNamed(listing, meaningOf(world, name))),
  'does not name the bucket': () => (world) =>
    requireSettled(world, (listing, bucket) => {
      if (namesIn(listing).includes(bucket)) throw new Nonconformance('a listing without the bucket', 'one with it');
    }),
  'is cut off': () => (world) =>
    requireSettled(world, (listing) => {
      if (!isCutOff(listing)) throw new Nonconformance('a listing that is cut off', 'one that is not');
    }),
  'names only buckets with that prefix': ofAnyListing((listing, bucket) => {
    if (!namesIn(listing).every((name) => name.startsWith(bucket)))
      throw new Nonconformance('only buckets whose names begin with the prefix', 'others too');
  }),
  'names its buckets in the order of their bytes': ofAnyListing((listing) => {
    const names = namesIn(listing);
    // Bucket names have only ASCII characters, whose UTF-16 units are their bytes.
    const early = names.findIndex((name, at) => name > (names[at + 1] ?? name));
    if (early >= 0) throw new Nonconformance('names that ascend by their bytes', 'another order');
  }),
  'names its last bucket as NextMarker': ofAnyListing((listing) => {
    const next = textAt(listing, 'NextMarker');
    if (next === undefined) throw new Nonconformance('a NextMarker', 'none');
    if (next !== namesIn(listing).at(-1)) throw new Nonconformance('the last bucket as NextMarker', 'another text');
  }),
  'is the same in pages of N': (size) => (world) => requireSameInPages(world, Number(size)),
  'repeats no marker': ofAnyListing((listing) => {
    const marker = textAt(listing, 'Marker') ?? '';
    if (marker !== '') throw new Nonconformance('no Marker, or an empty one', 'another one');
  }),
  'says nothing about pages': ofAnyListing((listing) => {
    const found = listing.children.find(({ name }) => pageElements.has(name));
    if (found !== undefined) throw new Nonconformance('no element about pages', found.name);
  }),
});

Given('{bucket}', async function (this: OssWorld, bring: BringBucket) {
  await bring(this);
});

Given('the bucket was deleted', async function (this: OssWorld) {
  await this.prepare('DeleteBucket', deleteBucket(this.bucket.name));
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

Then('the listing {bucketListing}', async function (this: OssWorld, requireListing: RequireListing) {
  await requireListing(this);
});

/** What speaks of pages in a listing of buckets (LSB-08). */
const pageElements: ReadonlySet<string> = new Set(['Prefix', 'Marker', 'MaxKeys', 'IsTruncated', 'NextMarker']);

/** What is true of a listing at any time, whichever buckets it shows. */
function ofAnyListing(check: Check): () => RequireListing {
  return () => async (world) => check(bucketListingIn(world.answer), world.bucket.name);
}

/** A listing may show late which buckets there are (LSB-11); a refusal does not become one by waiting. */
async function requireSettled(world: OssWorld, check: Check): Promise<void> {
  const { name } = world.bucket;
  const answer = await world.settledAnswer((candidate) => candidate.status !== 200 || isMet(candidate));
  check(bucketListingIn(answer), name);

  function isMet(candidate: Reply['answer']): boolean {
    try {
      check(bucketListingIn(candidate), name);
      return true;
    } catch (error) {
      if (error instanceof Nonconformance) return false;
      throw error;
    }
  }
}

function requireNamed(listing: XmlElement, bucket: string): void {
  if (!namesIn(listing).includes(bucket)) throw new Nonconformance('the bucket in the listing', 'a listing without it');
}

function bucketListingIn(answer: Reply['answer']): XmlElement {
  if (answer.status !== 200) throw new Nonconformance('200', describeAnswer(answer));
  return rootOf(answer);
}

/** Only the buckets of the scenario are compared: others of the run come and go. */
async function requireSameInPages(world: OssWorld, size: number): Promise<void> {
  const { name: bucket } = world.bucket;
  const listed = namesIn(bucketListingIn(world.answer));
  const own = listed.filter((name) => name === bucket || name.startsWith(`${bucket}-`));
  const isWhole = (seen: ReadonlySet<string>): boolean => own.every((name) => seen.has(name));
  if (!isWhole(await world.settled(() => readPages(world, size), isWhole)))
    throw new Nonconformance('each bucket on a page', 'pages without one of them');
}

/** Far more than a run has buckets whose names begin alike: a listing that is longer has no end. */
const mostListed = 200;

/** Reads page after page; returns the names. */
async function readPages(world: OssWorld, size: number): Promise<ReadonlySet<string>> {
  const { name: bucket } = world.bucket;
  const seen = new Set<string>();
  let marker: readonly (readonly [string, string])[] = [];
  let hasMore = true;
  while (hasMore) {
    const page = listBucketsNamed(bucket, [['max-keys', String(size)], ...marker]);
    const listing = bucketListingIn((await world.look(page)).answer);
    const names = namesIn(listing);
    if (names.length > size) throw new Nonconformance(`at most ${size} buckets on a page`, 'more');
    if (names.some((name) => seen.has(name))) throw new Nonconformance('each bucket on one page', 'one on two pages');
    for (const name of names) seen.add(name);
    if (seen.size > mostListed) throw new Nonconformance('the listing to end', 'another page');
    hasMore = isCutOff(listing);
    const next = textAt(listing, 'NextMarker') ?? '';
    if (hasMore && (next === '' || names.length === 0))
      throw new Nonconformance('a page that is cut off to lead to the next one', 'one that does not');
    marker = [['marker', next]];
  }
  return seen;
}

function isCutOff(listing: XmlElement): boolean {
  return textAt(listing, 'IsTruncated') === 'true';
}

function namesIn(listing: XmlElement): readonly string[] {
  const [buckets] = childrenOf(listing, 'Buckets');
  return buckets === undefined ? [] : childrenOf(buckets, 'Bucket').map((bucket) => textAt(bucket, 'Name') ?? '');
}

function requireProperty(answer: Reply['answer'], path: readonly string[], wanted: string): void {
  const got = propertyIn(answer, path);
  if (got !== wanted) throw new Nonconformance(`${path.join('/')} ${wanted} in the bucket info`, got);
}

/** A property that GetBucketInfo shows. */
function propertyIn(answer: Reply['answer'], path: readonly string[]): string {
  if (!isThere(answer)) throw new Nonconformance('the bucket still to exist', describeAnswer(answer));
  const property = textAt(rootOf(answer), 'Bucket', ...path);
  if (property === undefined) throw new Inconclusive(`GetBucketInfo shows no ${path.join('/')}`);
  return property;
}

/** By the store's own clock, where it sends its time. A bucket may be older than the scenario that uses it. */
function requireRecent(answer: Reply['answer']): void {
  const date = Date.parse(headerValue(answer.headers, 'Date') ?? '');
  const answered = Number.isNaN(date) ? Date.now() : date;
  const age = answered - Date.parse(propertyIn(answer, ['CreationDate']));
  // A minute allows for stores with several machines.
  if (!(age > -60_000 && age < 3_600_000))
    throw new Nonconformance('CreationDate to be the time when the bucket was created', 'another time');
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

import type { OssClient } from '../../client/client.ts';
import type { Credentials } from '../../client/credentials.ts';
import { readErrorDocument } from '../../client/error-document.ts';
import type { Answer } from '../../client/exchange.ts';
import type { OssRequest } from '../../client/request.ts';
import { childrenOf, textAt, type XmlElement } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';
import { describeAnswer } from '../conversation/answer-words.ts';
import { Conversation } from '../conversation/conversation.ts';
import { Inconclusive, Nonconformance } from '../verdict/finding.ts';
import type { OwnBucket } from './ledger.ts';
import { poll } from '../read-after-write/polling.ts';
import { defaultLimits } from '../target/target.ts';

/** The outcome of removing a bucket. `left` says why it is still there. */
export type Removal = 'removed' | 'already gone' | { readonly left: string };

export interface RemovalOptions {
  /** How long a store may throttle, refuse to delete an emptied bucket, or still list what was deleted. */
  readonly patienceMs?: number;
  /** The first pause before a request is repeated. */
  readonly backOffMs?: number;
  /** What the run may have written. Deleting it first saves listing it, and needs no store that can. */
  readonly knownKeys?: readonly string[];
}

/**
 * Deletes a bucket that a run created, and its contents if the store requires that. Never throws because of the store.
 */
export async function removeBucket(
  client: OssClient,
  owner: Credentials,
  bucket: OwnBucket,
  options: RemovalOptions = {},
): Promise<Removal> {
  const { patienceMs = defaultLimits.throttledMs, backOffMs = defaultLimits.backOffMs, knownKeys = [] } = options;
  const deadline = performance.now() + patienceMs;
  const conversation = new Conversation(client, owner, { throttledMs: patienceMs, backOffMs });
  const contents = new BucketContents(conversation, owner, bucket);
  try {
    await contents.tryToDelete(knownKeys, deadline);
    const answer = await poll(
      async () => {
        const first = await contents.deleteBucket();
        if (first.status !== conflict) return first;
        await contents.empty(deadline);
        return contents.deleteBucket();
      },
      ({ status }) => status !== conflict,
      patienceMs,
    );
    return outcomeOf(answer);
  } catch (error) {
    if (isOfTheStore(error)) return { left: error.message };
    throw error;
  }
}

/** Prints the buckets that the store did not delete, and what to do about them, to stderr in one write. */
export function reportLeftBuckets(lines: readonly string[]): void {
  if (lines.length === 0) return;
  process.stderr.write(lines.map((line) => `left behind: ${line}; "sweep" tries again\n`).join(''));
}

/** Requests at a time: with a distant store, sending them one by one would keep a bucket for seconds. */
const atOnce = 8;

/** BucketNotEmpty */
const conflict = 409;

function outcomeOf(answer: Answer): Removal {
  if (isSuccess(answer)) return 'removed';
  // Only an OSS error says that the bucket does not exist; any gateway can say that a page does not exist.
  const isGone = answer.status === 404 && 'error' in readErrorDocument(answer);
  return isGone ? 'already gone' : { left: `DeleteBucket was answered ${describeAnswer(answer)}` };
}

/** The bucket cannot be emptied or listed. */
class Undeletable extends Error {
  override readonly name = 'Undeletable';
}

function isOfTheStore(error: unknown): error is Nonconformance | Inconclusive | Undeletable {
  return error instanceof Nonconformance || error instanceof Inconclusive || error instanceof Undeletable;
}

/** The owner's requests for one bucket and its contents. */
class BucketContents {
  readonly #conversation: Conversation;
  readonly #owner: Credentials;
  readonly #bucket: string;
  #hasTriedKnownKeys = false;
  #hasBeenEmptied = false;

  constructor(conversation: Conversation, owner: Credentials, bucket: OwnBucket) {
    this.#conversation = conversation;
    this.#owner = owner;
    this.#bucket = bucket.name;
  }

  deleteBucket(): Promise<Answer> {
    return this.#ask({ method: 'DELETE', query: [] });
  }

  /** Deletes objects that may be there. If one stays, the store refuses to delete the bucket. */
  tryToDelete(keys: readonly string[], deadline: number): Promise<void> {
    this.#hasTriedKnownKeys = keys.length > 0;
    return inBatches(keys, deadline, async (key) => {
      try {
        await this.#ask(deletionOf(key));
      } catch (error) {
        if (!isOfTheStore(error)) throw error;
      }
    });
  }

  /** Deletes the first page of objects and of uploads. Throws Undeletable. */
  async empty(deadline: number): Promise<void> {
    const found = (await Promise.all([this.#objects(), this.#uploads()])).flat();
    this.#hasBeenEmptied = true;
    await inBatches(found, deadline, (request) => this.#delete(request));
  }

  async #delete(request: Asked): Promise<void> {
    const answer = await this.#ask(request);
    if (!isSuccess(answer) && answer.status !== 404)
      throw new Undeletable(`deleting what is in it was answered ${describeAnswer(answer)}`);
  }

  /** A request for each object that deletes it. */
  async #objects(): Promise<readonly Asked[]> {
    // In url encoding, because XML cannot hold every character that a key can.
    const answer = await this.#ask({ method: 'GET', query: [...page, ['max-keys', '100']] });
    const listing = rootOf(answer, 'ListBucketResult');
    if (listing !== null) return this.#keysIn(listing).map(deletionOf);
    // Without a listing, there may still be uploads.
    if (this.#hasTriedKnownKeys && !this.#hasBeenEmptied) return [];
    throw new Undeletable(`ListObjects was answered ${describeAnswer(answer)}`);
  }

  /**
   * An object that is still there after its deletion may have another name: some stores announce encoded keys but do
   * not encode them.
   */
  #keysIn(listing: XmlElement): readonly string[] {
    const entries = childrenOf(listing, 'Contents');
    if (!this.#hasBeenEmptied) return entries.map((entry) => keyOf(listing, entry));
    const written = entries.map((entry) => textAt(entry, 'Key') ?? '').filter((key) => key !== '');
    return [...new Set([...entries.map((entry) => keyOf(listing, entry)), ...written])];
  }

  /** An abort request for each upload; none if the store does not support uploads. */
  async #uploads(): Promise<readonly Asked[]> {
    const answer = await this.#ask({ method: 'GET', query: [['uploads'], ...page, ['max-uploads', '100']] });
    const listing = rootOf(answer, 'ListMultipartUploadsResult');
    if (listing === null) return [];
    return childrenOf(listing, 'Upload').map((entry) => ({
      method: 'DELETE',
      key: keyOf(listing, entry),
      query: [['uploadId', textAt(entry, 'UploadId') ?? '']],
    }));
  }

  async #ask(request: Asked): Promise<Answer> {
    const asked = { bucket: this.#bucket, headers: [], ...request };
    const { answer, foreign } = await this.#conversation.ask(asked, this.#owner);
    if (foreign !== null) throw new Undeletable(`${request.method} was answered ${foreign}`);
    return answer;
  }
}

/** Until the deadline. */
async function inBatches<T>(all: readonly T[], deadline: number, act: (one: T) => Promise<void>): Promise<void> {
  for (let next = 0; next < all.length && performance.now() <= deadline; next += atOnce)
    await Promise.all(all.slice(next, next + atOnce).map(act));
}

type Asked = Pick<OssRequest, 'method' | 'key' | 'query'>;

function deletionOf(key: string): Asked {
  return { method: 'DELETE', key, query: [] };
}

const page = [['encoding-type', 'url']] as const;

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status <= 299;
}

/** `null` for anything but a success with that document: a store that ignores `?uploads` sends another document. */
function rootOf(answer: Answer, name: string): XmlElement | null {
  if (!isSuccess(answer)) return null;
  const reading = readXml(answer.body);
  return 'root' in reading && reading.root.name === name ? reading.root : null;
}

/** With an empty key, the request would be for the bucket. */
function keyOf(listing: XmlElement, entry: XmlElement): string {
  const written = textAt(entry, 'Key') ?? '';
  const key = textAt(listing, 'EncodingType') === 'url' ? decoded(written) : written;
  if (key === '') throw new Undeletable('the store lists something without a key');
  return key;
}

/**
 * Some stores write a space as `+`, others as `%20`; all write `+` as `%2B`. Text that cannot be decoded was not
 * encoded.
 */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', '%20'));
  } catch {
    return text;
  }
}

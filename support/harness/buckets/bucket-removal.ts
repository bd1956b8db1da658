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

/**
 * Deletes a bucket that a run created, and its contents if the store requires that. Never throws because of the store.
 * `patienceMs` is the limit for a store that throttles, refuses to delete an emptied bucket, or still lists what was
 * deleted. `knownKeys` are the keys that the run has used in the bucket, for a store that cannot list them.
 */
export async function removeBucket(
  client: OssClient,
  owner: Credentials,
  bucket: OwnBucket,
  patienceMs: number = defaultLimits.throttledMs,
  knownKeys: readonly string[] = [],
): Promise<Removal> {
  const deadline = performance.now() + patienceMs;
  const conversation = new Conversation(client, owner, { throttledMs: patienceMs });
  const contents = new BucketContents(conversation, owner, bucket, knownKeys);
  try {
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
    if (error instanceof Nonconformance || error instanceof Inconclusive || error instanceof Undeletable)
      return { left: error.message };
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

/** The owner's requests for one bucket and its contents. */
class BucketContents {
  readonly #conversation: Conversation;
  readonly #owner: Credentials;
  readonly #bucket: string;
  readonly #knownKeys: readonly string[];
  #hasBeenEmptied = false;

  constructor(conversation: Conversation, owner: Credentials, bucket: OwnBucket, knownKeys: readonly string[]) {
    this.#conversation = conversation;
    this.#owner = owner;
    this.#bucket = bucket.name;
    this.#knownKeys = knownKeys;
  }

  deleteBucket(): Promise<Answer> {
    return this.#ask({ method: 'DELETE', query: [] });
  }

  /** Deletes the first page of objects and of uploads. Throws Undeletable. */
  async empty(deadline: number): Promise<void> {
    const found = (await Promise.all([this.#objects(), this.#uploads()])).flat();
    this.#hasBeenEmptied = true;
    for (let next = 0; next < found.length && performance.now() <= deadline; next += atOnce)
      await Promise.all(found.slice(next, next + atOnce).map((request) => this.#delete(request)));
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
    if (this.#knownKeys.length > 0 && !this.#hasBeenEmptied) return this.#knownKeys.map(deletionOf);
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
    return [...new Set([...entries.map((entry) => keyOf(listing, entry)), ...written, ...this.#knownKeys])];
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

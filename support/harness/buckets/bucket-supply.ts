import type { OssClient } from '../../client/client.ts';
import type { Credentials } from '../../client/credentials.ts';
import { BackgroundWork } from '../background/background-work.ts';
import { removeBucket, type Removal } from './bucket-removal.ts';
import { Conversation, successOf } from '../conversation/conversation.ts';
import type { Ledger, OwnBucket } from './ledger.ts';
import { putBucket, type BucketCreation } from '../conversation/requests.ts';
import { sideRequests } from '../conversation/side-requests.ts';
import { RemovalPatience } from './removal-patience.ts';
import { defaultLimits } from '../target/target.ts';

/** How many buckets are created before a scenario needs one: far from the store, round trips take most of the time. */
const readyAhead = 3;

/** Buckets that are tried again at a time. */
const triedAtOnce = 8;

/** A bucket that stayed although it was waited for only briefly. */
interface HastilyLeft {
  readonly bucket: OwnBucket;
  readonly keys: readonly string[];
  readonly why: string;
}

/**
 * Creates and removes the buckets of a run. Every name is in the ledger before the bucket is created; nothing else is
 * ever removed. At most `limit` buckets exist at a time.
 */
export class BucketSupply {
  readonly #client: OssClient;
  readonly #owner: Credentials;
  readonly #ledger: Ledger;
  readonly #prefix: string;
  readonly #limit: number;
  readonly #patienceMs: number;
  readonly #patience: RemovalPatience;
  readonly #backOffMs: number;
  readonly #ahead: number;
  readonly #ready: Promise<OwnBucket>[] = [];
  readonly #removals = new BackgroundWork();
  readonly #left: string[] = [];
  readonly #hastilyLeft: HastilyLeft[] = [];
  #names = 0;
  #live = 0;
  /** How many scenarios wait for a bucket: they take precedence over buckets that are created ahead. */
  #waiting = 0;
  #draining = false;

  constructor(options: {
    readonly client: OssClient;
    readonly owner: Credentials;
    readonly ledger: Ledger;
    /** The prefix of every bucket name of this run and worker. */
    readonly prefix: string;
    readonly limit: number;
    /** How long a store may throttle, or take to delete a bucket. */
    readonly patienceMs: number;
    /** The first pause before a request is repeated. */
    readonly backOffMs?: number;
    /** Whether to create buckets before they are needed; true by default. */
    readonly ahead?: boolean;
  }) {
    this.#client = options.client;
    this.#owner = options.owner;
    this.#ledger = options.ledger;
    this.#prefix = options.prefix;
    this.#limit = Math.max(1, options.limit);
    this.#patienceMs = options.patienceMs;
    this.#patience = new RemovalPatience(options.patienceMs);
    this.#backOffMs = options.backOffMs ?? defaultLimits.backOffMs;
    this.#ahead = (options.ahead ?? true) ? readyAhead : 0;
  }

  /** A name that no other bucket of this run has. */
  unusedName(): string {
    this.#names += 1;
    return `${this.#prefix}-${this.#names}`;
  }

  /** A new, unused bucket. Throws Inconclusive if the store creates none. */
  async fresh(conversation: Conversation): Promise<OwnBucket> {
    // Tried again: the problem may be over, and if not, it belongs to the evidence of this scenario.
    const bucket = (await this.#ready.shift()?.catch(() => null)) ?? (await this.create(conversation));
    this.#makeReady();
    return bucket;
  }

  /** A bucket created like that. Throws Inconclusive if the store creates none. */
  async create(
    conversation: Conversation,
    creation?: BucketCreation,
    name: string = this.unusedName(),
  ): Promise<OwnBucket> {
    await this.#waitForRoom();
    return this.#create(conversation, name, creation);
  }

  /** Removes a bucket in the background; `drain` waits for it. `keys` are those that were used in it. */
  release(bucket: OwnBucket, keys: readonly string[] = []): void {
    if (this.#ledger.hasStore) this.#takeAway(this.#remove(bucket, keys));
  }

  /** With room for one bucket only, waits until the last one is removed: nothing else is asked of the store meanwhile. */
  async quiet(): Promise<void> {
    if (this.#limit === 1) await this.#removals.untilAllEnd();
  }

  /**
   * Removes all buckets and closes the ledger. Returns a line for each bucket that the store did not delete. Throws what
   * went wrong with a removal by our own fault.
   */
  async drain(): Promise<readonly string[]> {
    this.#draining = true;
    try {
      for (const bucket of await Promise.allSettled(this.#ready.splice(0)))
        if (bucket.status === 'fulfilled') this.release(bucket.value);
      await this.#removals.untilAllEnd();
      await this.#tryAgain();
    } finally {
      this.#ledger.close();
    }
    await this.#removals.throwFailure();
    return this.#left;
  }

  async #create(conversation: Conversation, name: string, creation?: BucketCreation): Promise<OwnBucket> {
    this.#live += 1;
    try {
      return await this.#createNamed(conversation, name, creation);
    } catch (error) {
      const uncertain = this.#ledger.uncertain(name);
      if (uncertain === null) this.#live -= 1;
      else this.release(uncertain);
      throw error;
    }
  }

  async #createNamed(conversation: Conversation, name: string, creation?: BucketCreation): Promise<OwnBucket> {
    await this.#ledger.intend(name);
    const reply = await conversation.prepare('PutBucket', putBucket(name, creation));
    // The second try may be refused because the first one created the bucket.
    if (reply.tries === 1 && reply.answer.status >= 400) await this.#ledger.refused(name);
    successOf('PutBucket', reply);
    return this.#ledger.created(name);
  }

  #makeReady(): void {
    if (this.#draining || this.#waiting > 0) return;
    while (this.#ready.length < this.#ahead && this.#live < this.#limit) {
      const conversation = new Conversation(this.#client, this.#owner, {
        throttledMs: this.#patienceMs,
        backOffMs: this.#backOffMs,
      });
      const bucket = this.#create(conversation, this.unusedName());
      // If no scenario needs the bucket, the failure does not matter.
      bucket.catch(() => undefined);
      this.#ready.push(bucket);
    }
  }

  /** Waits until one more bucket is allowed, and removes unused ones for it. Only scenarios can exceed the limit. */
  async #waitForRoom(): Promise<void> {
    this.#waiting += 1;
    while (this.#live >= this.#limit && this.#ready.length + this.#removals.size > 0) {
      if (this.#removals.size === 0) this.#takeAway(this.#giveUpReady());
      await this.#removals.untilOneEnds();
    }
    this.#waiting -= 1;
  }

  async #giveUpReady(): Promise<void> {
    const bucket = await this.#ready.pop()?.catch(() => null);
    if (bucket) await this.#remove(bucket);
  }

  #takeAway(removing: Promise<void>): void {
    this.#removals.add(removing, () => this.#makeReady());
  }

  async #remove(bucket: OwnBucket, keys: readonly string[] = []): Promise<void> {
    const { isHasty, current } = this.#patience;
    const began = performance.now();
    const outcome = await this.#removal(bucket, keys, current);
    this.#patience.learn(outcome, current, performance.now() - began);
    this.#live -= 1;
    if (typeof outcome === 'object' && isHasty) {
      this.#ledger.left(bucket, outcome.left);
      this.#hastilyLeft.push({ bucket, keys, why: outcome.left });
    } else this.#settle(bucket, outcome);
  }

  /** Since they were left, the store has had time. All together are waited for as long as one. */
  async #tryAgain(): Promise<void> {
    const deadline = performance.now() + this.#patienceMs;
    const again = async ({ bucket, keys, why }: HastilyLeft): Promise<void> => {
      const isInTime = performance.now() <= deadline;
      this.#settle(bucket, isInTime ? await this.#removal(bucket, keys, this.#patience.current) : { left: why });
    };
    while (this.#hastilyLeft.length > 0) await Promise.all(this.#hastilyLeft.splice(0, triedAtOnce).map(again));
  }

  #removal(bucket: OwnBucket, knownKeys: readonly string[], patienceMs: number): Promise<Removal> {
    const options = { patienceMs, backOffMs: this.#backOffMs, knownKeys };
    return sideRequests.tracePromise(() => removeBucket(this.#client, this.#owner, bucket, options), {
      purpose: 'removal',
    });
  }

  #settle(bucket: OwnBucket, outcome: Removal): void {
    if (typeof outcome !== 'object') return this.#ledger.deleted(bucket);
    this.#ledger.left(bucket, outcome.left);
    this.#left.push(`${bucket.name}: ${outcome.left}`);
  }
}

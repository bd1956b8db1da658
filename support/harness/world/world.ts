import { World } from '@cucumber/cucumber';
import type { Answer, Exchange } from '../../client/exchange.ts';
import type { OssRequest } from '../../client/request.ts';
import type { OwnBucket } from '../buckets/ledger.ts';
import type { Conversation, Reply } from '../conversation/conversation.ts';
import { passEncryptionGate } from '../bucket-encryption/encryption-gate.ts';
import { describeReading, readRule, sameReading, type RuleReading } from '../bucket-encryption/encryption-rule.ts';
import { Inconclusive, Nonconformance, Untested } from '../verdict/finding.ts';
import type { ObjectAddress } from '../objects/object-requests.ts';
import { ObjectScene } from '../objects/object-scene.ts';
import { OssutilScene } from '../../ossutil/runner/scene.ts';
import type { OssutilWorkbench } from '../../ossutil/runner/workbench.ts';
import { poll } from '../conversation/polling.ts';
import { credentialsOf } from '../target/principals.ts';
import { RequestDraft } from '../conversation/request-draft.ts';
import type { Redactor } from '../evidence/redaction.ts';
import { getBucketEncryption } from '../conversation/requests.ts';
import type { Session } from './session.ts';
import type { KmsKeys, Principal, Target } from '../target/target.ts';

/** A bucket of the scenario, and what its rule read when the scenario's set-up was done. */
export interface SceneBucket {
  readonly name: string;
  /** `null` for a bucket that is only a name. */
  readonly own: OwnBucket | null;
  before: RuleReading | null;
}

/** By what a scenario speaks to the target. */
interface Part {
  readonly session: Session;
  readonly conversation: Conversation;
}

/** What one scenario knows: its buckets, what it asked last, and every exchange it rests on. */
export class OssWorld extends World {
  /** Whether the scenario began; one that an interrupted run did not come to did not. */
  isPlayed = true;
  /** How the next request is to differ from what a good client sends. */
  draft = new RequestDraft();
  /** What a step threw, as it was thrown. */
  thrown: { readonly error: unknown } | null = null;
  /** The object that the scenario is about. */
  readonly object = new ObjectScene();
  /** The ossutil program that the scenario is about. */
  readonly ossutil = new OssutilScene();
  /** What the scenario reads instead of asking the target: an exchange that documentation prints. */
  documented: Exchange | null = null;
  /** How many exchanges there were when each step ended. */
  readonly stepEnds: number[] = [];
  /** What an `observe` clause is to report, in words. */
  readonly observations: string[] = [];
  #part: Part | null = null;
  /** Of a poll, the last look is told in the place of the first, and the others are not. */
  readonly #retold = new Map<Exchange, readonly Exchange[]>();
  readonly #buckets: SceneBucket[] = [];
  #other: SceneBucket | null = null;
  #last: {
    readonly reply: Reply;
    readonly again: () => Promise<Reply>;
    readonly exchanges: readonly Exchange[];
  } | null = null;

  /** Gives the scenario the session that it speaks through. */
  enter(session: Session): void {
    this.#part = { session, conversation: session.converse() };
  }

  /** Notes which exchanges belong to the step that just ended. */
  endStep(): void {
    this.stepEnds.push(this.#part?.conversation.exchanges.length ?? 0);
  }

  get target(): Target {
    return this.#session.target;
  }

  /** Masks the target's secrets in whatever is shown. */
  get redactor(): Redactor {
    return this.#session.redactor;
  }

  get conversation(): Conversation {
    return this.#played.conversation;
  }

  /** What the scenario asked and reply, as if every reading had settled when it was first looked at. */
  get settledExchanges(): readonly Exchange[] {
    return this.conversation.exchanges.flatMap((exchange) => this.#retold.get(exchange) ?? [exchange]);
  }

  /** Whether something can be asked again: a recording holds every reading once, as it settled. */
  get canAskAgain(): boolean {
    return this.target.kind !== 'recordings';
  }

  /** The bucket that the scenario is about. */
  get bucket(): SceneBucket {
    const bucket = this.#buckets.at(-1);
    if (bucket === undefined) throw new Error('the scenario speaks of a bucket before it has one');
    return bucket;
  }

  /** The bucket beside it. */
  get otherBucket(): SceneBucket {
    if (this.#other === null) throw new Error('the scenario speaks of another bucket before it has one');
    return this.#other;
  }

  /** The answer that the scenario judges. */
  get answer(): Answer {
    return this.#reply.answer;
  }

  /** The exchange that the scenario judges, with the string that was signed. */
  get exchange(): Exchange {
    return this.#reply.exchange;
  }

  /** Where the object of the scenario is, or is to be. */
  get address(): ObjectAddress {
    return { bucket: this.bucket.name, key: this.object.key };
  }

  /** Whether the store accepted what the scenario asked last. */
  get wasAccepted(): boolean {
    return this.answer.status >= 200 && this.answer.status < 300;
  }

  /** Puts a bucket on the scene: a fresh one, or one created with those headers. */
  async useBucket(headers: Parameters<Session['createBucket']>[1] = []): Promise<SceneBucket> {
    const own =
      headers.length === 0
        ? await this.#session.freshBucket(this.conversation)
        : await this.#session.createBucket(this.conversation, headers);
    const bucket: SceneBucket = { name: own.name, own, before: null };
    this.#buckets.push(bucket);
    return bucket;
  }

  /** Puts the name of a bucket on the scene that does not exist; one that no bucket of the run has, unless told. */
  useMissingBucket(name: string = this.#session.unusedName()): void {
    this.#buckets.push({ name, own: null, before: null });
  }

  /** Makes the bucket on the scene the other one. */
  setAside(): void {
    this.#other = this.bucket;
  }

  /** Asks as a principal what the scenario judges, altered as drafted. Later steps find the answer in `answer`. */
  async ask(principal: Principal, request: OssRequest): Promise<void> {
    const drafted = this.draft.applyTo(request, credentialsOf(principal, this.target));
    this.draft = new RequestDraft();
    const again = (): Promise<Reply> => this.#ask(drafted.request, drafted.as, drafted.how);
    const since = this.conversation.exchanges.length;
    const reply = await again();
    this.#last = { reply, again, exchanges: this.conversation.exchanges.slice(since) };
  }

  /**
   * Looks until what is seen satisfies or the target's patience ends, and returns the last look. `before` holds the
   * exchanges of a look that was taken earlier and did not satisfy.
   */
  async settled<T>(
    look: () => Promise<T>,
    satisfied: (seen: T) => boolean,
    before: readonly Exchange[] = [],
  ): Promise<T> {
    let first = before;
    const anew = async (): Promise<T> => {
      const since = this.conversation.exchanges.length;
      try {
        return await look();
      } finally {
        const latest = this.conversation.exchanges.slice(since);
        if (first.length === 0) first = latest;
        else this.#retell(first, latest);
      }
    };
    return poll(anew, satisfied, this.target.limits.readAfterWriteMs);
  }

  /**
   * Looks at the answer that the scenario judges; where it is a reading that may lag behind a write (GBE-19), asks
   * again until it satisfies or the deadline passes. Returns the last look.
   */
  async settledAnswer(satisfied: (answer: Answer) => boolean): Promise<Answer> {
    const last = this.#last;
    if (last === null || last.reply.exchange.request.method !== 'GET' || satisfied(this.answer)) return this.answer;
    if (!this.canAskAgain) return this.answer;
    const reply = await this.settled(last.again, ({ answer }) => satisfied(answer), last.exchanges);
    this.#last = { ...last, reply };
    return reply.answer;
  }

  /** Sends a request that only prepares; anything but a success is Inconclusive. */
  async prepare(what: string, request: OssRequest): Promise<Reply> {
    passEncryptionGate(this.#session.gate, request);
    return this.conversation.prepare(what, request);
  }

  /** Looks at something as the owner, beside what the scenario judges. */
  look(request: OssRequest): Promise<Reply> {
    return this.#ask(request, this.target.principals.owner, {});
  }

  /** What the owner reads of a bucket's rule. That a reading is never answered is for the clauses on reading to judge. */
  async readRule(bucket: SceneBucket): Promise<RuleReading> {
    const request = getBucketEncryption(bucket.name);
    passEncryptionGate(this.#session.gate, request);
    try {
      const { answer } = await this.conversation.ask(request, this.target.principals.owner);
      return readRule(answer);
    } catch (error) {
      if (!(error instanceof Nonconformance)) throw error;
      return { kind: 'unreadable', words: error.message.replace(/^expected an answer, got /u, '') };
    }
  }

  /** Waits until the owner reads what is wanted, and returns what was read last. */
  async settledRule(bucket: SceneBucket, wanted: (reading: RuleReading) => boolean): Promise<RuleReading> {
    return this.settled(
      () => this.readRule(bucket),
      (reading) => reading.kind === 'unreadable' || wanted(reading),
    );
  }

  /** Throws unless the owner comes to read what is wanted; `expected` says it in words. */
  async requireRule(bucket: SceneBucket, expected: string, wanted: (reading: RuleReading) => boolean): Promise<void> {
    const reading = await this.settledRule(bucket, wanted);
    if (wanted(reading)) return;
    const got = describeReading(reading);
    if (reading.kind === 'unreadable' && bucket.before?.kind !== 'rule' && bucket.before?.kind !== 'none')
      throw new Inconclusive(`the rule cannot be read back: ${got}`);
    throw new Nonconformance(expected, got);
  }

  /** Throws unless the bucket's rule is what it was when the set-up was done. */
  async requireUnchangedRule(bucket: SceneBucket): Promise<void> {
    const { before } = bucket;
    if (before === null) throw new Error('the scenario speaks of an unchanged rule, but its set-up looked at none');
    if (before.kind === 'unreadable') throw new Inconclusive(`the rule could not be read before: ${before.words}`);
    await this.requireRule(bucket, `still ${describeReading(before)}`, (reading) => sameReading(reading, before));
  }

  /** The id of a key in the target's KMS. Throws Untested where the run was not given it. */
  kmsKey(which: keyof KmsKeys): string {
    const id = this.target.kms?.[which] ?? null;
    if (id === null) throw new Untested(`this run was given no ${which} of the target's KMS`);
    return id;
  }

  /** The ossutil program that the session judges. */
  ossutilWorkbench(): Promise<OssutilWorkbench> {
    return this.#session.ossutilWorkbench();
  }

  /** Throws Untested where the target answers so that nothing a program makes of it would say something of the program. */
  async requireStoreForPrograms(): Promise<void> {
    const reason = await this.#session.unfitnessForPrograms();
    if (reason !== null) throw new Untested(`no program can be judged through this store: ${reason}`);
  }

  /** Hands the scenario's buckets back for removal. */
  leave(): void {
    this.ossutil.leave();
    for (const { own } of this.#buckets) if (own !== null) this.#session.release(own);
  }

  get #reply(): Reply {
    if (this.#last === null) throw new Error('the scenario speaks of an answer before it asked anything');
    return this.#last.reply;
  }

  #retell(first: readonly Exchange[], latest: readonly Exchange[]): void {
    for (const exchange of [...first, ...latest]) this.#retold.set(exchange, []);
    const [head] = first;
    if (head !== undefined) this.#retold.set(head, latest);
  }

  get #session(): Session {
    return this.#played.session;
  }

  get #played(): Part {
    if (this.#part === null) throw new Error('a step was played before the scenario had a session');
    return this.#part;
  }

  async #ask(...[request, as, how]: Parameters<Conversation['ask']>): Promise<Reply> {
    passEncryptionGate(this.#session.gate, request);
    return this.conversation.ask(request, as, how);
  }
}

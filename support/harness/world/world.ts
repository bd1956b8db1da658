import { World } from '@cucumber/cucumber';
import type { Answer, Exchange } from '../../client/exchange.ts';
import type { OssRequest } from '../../client/request.ts';
import type { OwnBucket } from '../buckets/ledger.ts';
import { successOf, type Conversation, type Reply } from '../conversation/conversation.ts';
import { requireOpenGate } from '../gate/sub-resource-gate.ts';
import { Nonconformance, Untested } from '../verdict/finding.ts';
import { deniesBucket } from '../conversation/new-bucket.ts';
import { credentialsOf } from '../target/principals.ts';
import type { BucketCreation } from '../conversation/requests.ts';
import { RequestDraft } from '../conversation/request-draft.ts';
import type { ShownCommand } from '../evidence/evidence.ts';
import type { Redactor } from '../evidence/redaction.ts';
import { ScenarioWaits } from '../read-after-write/scenario-waits.ts';
import type { Session } from './session.ts';
import type { KmsKeys, Principal, Target } from '../target/target.ts';

/** A bucket of the scenario. */
export interface ScenarioBucket {
  readonly name: string;
  /** `null` for a bucket that is only a name. */
  readonly own: OwnBucket | null;
}

/** A session, and the scenario's own conversation with the target. */
interface Connection {
  readonly session: Session;
  readonly conversation: Conversation;
  readonly waits: ScenarioWaits;
}

/**
 * The state of one scenario: its buckets, its last request, and every exchange its verdict rests on. State of a single
 * family is a `part` of that family.
 */
export class OssWorld extends World {
  /** False for a scenario that an interrupted run did not start. */
  isPlayed = true;
  /** False until the backend has let the scenario begin. */
  isEntered = false;
  /** `FEATURE:LINE` */
  place = '';
  /** How the next request differs from that of a good client. */
  draft = new RequestDraft();
  /** What a step threw, as it was thrown. */
  thrown: { readonly error: unknown } | null = null;
  /** How many exchanges there were when each step ended. */
  readonly stepEnds: number[] = [];
  /** The runs of programs in this scenario. */
  readonly commands: ShownCommand[] = [];
  /** What an `observe` clause reports, in words. */
  readonly observations: string[] = [];
  #connection: Connection | null = null;
  readonly #parts = new Map<unknown, object>();
  readonly #cleanups: (() => void)[] = [];
  /** A polled read keeps only its final exchanges, in place of its first. */
  readonly #settled = new Map<Exchange, readonly Exchange[]>();
  readonly #buckets: ScenarioBucket[] = [];
  #other: ScenarioBucket | null = null;
  #last: {
    readonly reply: Reply;
    readonly again: () => Promise<Reply>;
    readonly exchanges: readonly Exchange[];
  } | null = null;

  /** Why the last request has no answer; `null` where it has one. */
  #unanswered: Nonconformance | null = null;

  /** Gives the scenario its session. */
  enter(session: Session): void {
    const waits = new ScenarioWaits(session.waits, this.place);
    this.#connection = { session, conversation: session.converse(), waits };
  }

  /** A family's state of this scenario: one instance of that class, created on first use. */
  part<T extends object>(Kind: new (world: OssWorld) => T): T {
    const known = this.#parts.get(Kind);
    if (known instanceof Kind) return known;
    const part = new Kind(this);
    this.#parts.set(Kind, part);
    return part;
  }

  /** Runs when the scenario has ended; for the parts of families. */
  onLeave(cleanup: () => void): void {
    this.#cleanups.push(cleanup);
  }

  /** False for a scenario that could not begin. */
  get hasSession(): boolean {
    return this.#connection !== null;
  }

  get session(): Session {
    return this.#connected.session;
  }

  /** Notes which exchanges belong to the step that just ended. */
  endStep(): void {
    this.stepEnds.push(this.#connection?.conversation.exchanges.length ?? 0);
  }

  get target(): Target {
    return this.session.target;
  }

  /** Masks the target's secrets in everything that is shown. */
  get redactor(): Redactor {
    return this.session.redactor;
  }

  get conversation(): Conversation {
    return this.#connected.conversation;
  }

  /** The exchanges of the scenario, as if every polled read had settled at its first try. */
  get settledExchanges(): readonly Exchange[] {
    return this.conversation.exchanges.flatMap((exchange) => this.#settled.get(exchange) ?? [exchange]);
  }

  /** Whether requests can be repeated: a recording has each reading only once, with its final answer. */
  get canAskAgain(): boolean {
    return this.target.kind !== 'recordings';
  }

  /** Whether the scenario has a bucket already. */
  get hasBucket(): boolean {
    return this.#buckets.length > 0;
  }

  /** The scenario's main bucket. */
  get bucket(): ScenarioBucket {
    const bucket = this.#buckets.at(-1);
    if (bucket === undefined) throw new Error('the scenario needs a bucket before it has one');
    return bucket;
  }

  /** The other bucket of the scenario. */
  get otherBucket(): ScenarioBucket {
    if (this.#other === null) throw new Error('the scenario needs another bucket before it has one');
    return this.#other;
  }

  /** The answer that the scenario judges. */
  get answer(): Answer {
    return this.#reply.answer;
  }

  /** The judged exchange, with its string to sign. */
  get exchange(): Exchange {
    return this.#reply.exchange;
  }

  /** Whether the store accepted the last request. */
  get wasAccepted(): boolean {
    return this.answer.status >= 200 && this.answer.status < 300;
  }

  /** Gives the scenario a bucket: a fresh one, or one created like that. */
  async useBucket(creation?: BucketCreation): Promise<ScenarioBucket> {
    const own =
      creation === undefined
        ? await this.session.freshBucket(this.conversation)
        : await this.session.createBucket(this.conversation, creation);
    const bucket: ScenarioBucket = { name: own.name, own };
    this.#buckets.push(bucket);
    return bucket;
  }

  /** Creates buckets of these names, one after the other; the scenario's main bucket stays what it is. */
  async useFurtherBuckets(names: readonly string[]): Promise<void> {
    for (const name of names)
      this.#buckets.unshift({ name, own: await this.session.createBucket(this.conversation, undefined, name) });
  }

  /** Gives the scenario the name of a bucket that does not exist; by default an unused name. */
  useMissingBucket(name: string = this.session.unusedName()): void {
    this.#buckets.push({ name, own: null });
  }

  /** Makes the scenario's bucket the other one. */
  setAside(): void {
    this.#other = this.bucket;
  }

  /** Makes this the reply that the scenario judges. */
  judge(reply: Reply): void {
    this.#last = { reply, again: () => Promise.resolve(reply), exchanges: [reply.exchange] };
  }

  /** Sends the request that the scenario judges, altered as drafted. Later steps find the answer in `answer`. */
  async ask(principal: Principal, request: OssRequest): Promise<void> {
    const drafted = this.draft.applyTo(request, credentialsOf(principal, this.target));
    this.draft = new RequestDraft();
    const again = (): Promise<Reply> => this.#ask(drafted.request, drafted.as, drafted.how);
    const since = this.conversation.exchanges.length;
    this.#unanswered = null;
    try {
      const reply = await again();
      this.#last = { reply, again, exchanges: this.conversation.exchanges.slice(since) };
    } catch (error) {
      // A store may wait for the rest of a body until one side gives up (ENV-15); the step decides what that means.
      if (drafted.how.framing !== 'cut-short' || !(error instanceof Nonconformance)) throw error;
      this.#unanswered = error;
    }
  }

  /** False where the store closed the connection, or let the request wait, as it may if the body ends early. */
  get wasAnswered(): boolean {
    return this.#unanswered === null;
  }

  /**
   * Looks until the result satisfies or the session decides that waiting is useless, for at most `readAfterWriteMs`;
   * returns the last result. `before` has the exchanges of an earlier look that did not satisfy.
   */
  async settled<T>(
    look: () => Promise<T>,
    satisfied: (seen: T) => boolean,
    before: readonly Exchange[] = [],
  ): Promise<T> {
    let first = before;
    const repeat = async (): Promise<T> => {
      const since = this.conversation.exchanges.length;
      try {
        return await look();
      } finally {
        const latest = this.conversation.exchanges.slice(since);
        if (first.length === 0) first = latest;
        else this.#replace(first, latest);
      }
    };
    return this.#connected.waits.until(repeat, satisfied, this.target.limits.readAfterWriteMs);
  }

  /**
   * The answer that the scenario judges. If it answers a read, which may lag behind a write (GBE-19), repeats the read
   * until the answer satisfies or the deadline passes. Returns the last answer.
   */
  async settledAnswer(satisfied: (answer: Answer) => boolean): Promise<Answer> {
    const last = this.#last;
    if (last === null || last.reply.exchange.request.method !== 'GET' || satisfied(this.answer)) return this.answer;
    if (!this.canAskAgain) return this.answer;
    const reply = await this.settled(last.again, ({ answer }) => satisfied(answer), last.exchanges);
    this.#last = { ...last, reply };
    return reply.answer;
  }

  /** Sends a preparing request; anything but a success is Inconclusive. */
  async prepare(what: string, request: OssRequest): Promise<Reply> {
    this.requireOpenGate(request);
    this.session.requireInstrument(request);
    await this.#connected.waits.resume();
    return successOf(what, await this.#onceKnown(request, () => this.conversation.prepare(what, request)));
  }

  /** Sends a request as the owner, which the scenario does not judge. */
  look(request: OssRequest): Promise<Reply> {
    return this.#ask(request, this.target.principals.owner, {});
  }

  /** Throws if the gate of a request is closed, and an Error for a request without a gate that would be unsafe. */
  requireOpenGate(request: OssRequest): void {
    requireOpenGate(this.session.gates, request);
  }

  /** The id of a key in the target's KMS. Throws Untested if the run was not given it. */
  kmsKey(which: keyof KmsKeys): string {
    const id = this.target.kms?.[which] ?? null;
    if (id === null) throw new Untested(`this run was given no ${which} of the target's KMS`);
    return id;
  }

  /** Ends the scenario and hands its buckets back for removal. */
  leave(): Promise<void> {
    return this.#connected.waits.end(reasonIn(this.thrown), () => {
      for (const cleanUp of this.#cleanups) cleanUp();
      for (const { own, name } of this.#buckets)
        if (own !== null) this.session.release(own, this.conversation.keysIn(name));
    });
  }

  get #reply(): Reply {
    if (this.#unanswered !== null) throw this.#unanswered;
    if (this.#last === null) throw new Error('the scenario needs an answer before it sent a request');
    return this.#last.reply;
  }

  #replace(first: readonly Exchange[], latest: readonly Exchange[]): void {
    const settled = latest.flatMap((exchange) => this.#settled.get(exchange) ?? [exchange]);
    for (const exchange of [...first, ...latest]) this.#settled.set(exchange, []);
    const [head] = first;
    if (head !== undefined) this.#settled.set(head, settled);
  }

  get #connected(): Connection {
    if (this.#connection === null) throw new Error('a step was played before the scenario had a session');
    return this.#connection;
  }

  async #ask(...[request, as, how]: Parameters<Conversation['ask']>): Promise<Reply> {
    this.requireOpenGate(request);
    this.session.requireInstrument(request);
    await this.#connected.waits.resume();
    return this.#onceKnown(request, () => this.conversation.ask(request, as, how));
  }

  /** As `onceKnown` does; the evidence holds the last answer. */
  async #onceKnown({ bucket }: OssRequest, send: () => Promise<Reply>): Promise<Reply> {
    const since = this.conversation.exchanges.length;
    const reply = await send();
    const isOwn = this.#buckets.some(({ name, own }) => own !== null && name === bucket);
    if (!isOwn || !deniesBucket(reply) || !this.canAskAgain) return reply;
    return this.settled(send, (again) => !deniesBucket(again), this.conversation.exchanges.slice(since));
  }
}

/** The common key of two scenarios that fail for the same reason. */
function reasonIn(thrown: OssWorld['thrown']): string {
  if (thrown === null) return 'passed';
  return thrown.error instanceof Error ? thrown.error.message : String(thrown.error);
}

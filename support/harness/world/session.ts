import { OssClient, type OssClientOptions } from '../../client/client.ts';
import type { OssRequest } from '../../client/request.ts';
import { BucketSupply } from '../buckets/bucket-supply.ts';
import { Conversation, nameOfCall } from '../conversation/conversation.ts';
import type { BucketCreation } from '../conversation/requests.ts';
import type { SubResource } from '../gate/sub-resource.ts';
import { requireOpen, tryGate, type SubResourceGate } from '../gate/sub-resource-gate.ts';
import { Ledger, type OwnBucket } from '../buckets/ledger.ts';
import { Redactor } from '../evidence/redaction.ts';
import { proxyOf } from '../target/target-proxy.ts';
import { SessionWaits, type WaitMode } from '../read-after-write/session-waits.ts';
import type { Target } from '../target/target.ts';
import { Blocked, type BrokenInstrument } from '../verdict/finding.ts';

/** The program that a run judges: one at an absolute path, or one of the suite's own, with or without a deviation. */
export type JudgedProgram = { readonly path: string } | { readonly syntax: string; readonly deviation: string | null };

/** What a worker knows about its run; plain data, so that it can be sent to a thread. */
export interface SessionParameters {
  readonly target: Target;
  /** Lower-case letters and digits; a part of every bucket name of the run. */
  readonly run: string;
  /** One for each sub-resource that a clause file declares. */
  readonly gates: readonly SubResourceGate[];
  /** The instruments that were tried and do not work on this target. */
  readonly broken: readonly BrokenInstrument[];
  /** How the store refuses all V1 signatures, in words; `null` if it does not. */
  readonly v1Refusal: string | null;
  readonly reportsDirectory: string;
  /** How many workers share the target. */
  readonly workers: number;
  readonly program: JudgedProgram;
  readonly waits: WaitMode;
  /** Where the run's exchanges are recorded, or replayed from; `null` for a run that does neither. */
  readonly tape: { readonly mode: 'record' | 'replay'; readonly directory: string } | null;
}

/** As text, because what cucumber hands to its worker threads is plain data without our types. */
export function writeSessionParameters(parameters: SessionParameters): string {
  return JSON.stringify(parameters);
}

/** Reads what `writeSessionParameters` wrote. */
export function readSessionParameters(text: string): SessionParameters {
  // Both ends are ours and of one version.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return JSON.parse(text) as SessionParameters;
}

/** The connections, buckets and ledger of one worker. */
export class Session {
  readonly target: Target;
  readonly gates: readonly SubResourceGate[];
  readonly broken: readonly BrokenInstrument[];
  readonly v1Refusal: string | null;
  /** For the family that judges programs. */
  readonly program: JudgedProgram;
  readonly client: OssClient;
  readonly redactor: Redactor;
  readonly waits: SessionWaits;
  readonly #supply: BucketSupply;
  readonly #resources = new Map<unknown, object>();
  readonly #cleanups: (() => Promise<void>)[] = [];

  private constructor(parameters: SessionParameters, client: OssClient, supply: BucketSupply) {
    this.target = parameters.target;
    this.gates = parameters.gates;
    this.broken = parameters.broken;
    this.v1Refusal = parameters.v1Refusal;
    this.program = parameters.program;
    this.client = client;
    this.redactor = redactorOf(parameters.target);
    this.waits = new SessionWaits(parameters.waits, shareOf(parameters) / bucketsOfWatched);
    this.#supply = supply;
  }

  /** `mark` is a part of this session's bucket names only. Buckets are created before they are needed. */
  static open(parameters: SessionParameters, mark: string): Session {
    return Session.#over(parameters, mark, clientOf(parameters.target), ledgerOf(parameters), true);
  }

  /** Sends one request at a time, so that each run has the same exchanges in the same order. */
  static openInOrder(parameters: SessionParameters, mark: string): Session {
    const client = new OssClient({ ...clientOptionsOf(parameters.target), connections: 1 });
    return Session.#over(parameters, mark, client, ledgerOf(parameters), false);
  }

  /** For a client that reaches no store: the ledger is not written, and nothing has to be removed. */
  static openWithoutStore(parameters: SessionParameters, mark: string, client: OssClient): Session {
    return Session.#over(parameters, mark, client, Ledger.withoutStore(parameters.run, parameters.target), false);
  }

  static #over(
    parameters: SessionParameters,
    mark: string,
    client: OssClient,
    ledger: Ledger,
    ahead: boolean,
  ): Session {
    const { target, run } = parameters;
    const supply = new BucketSupply({
      client,
      owner: target.principals.owner,
      ledger,
      prefix: `ossc-${run}-${mark}`,
      limit: shareOf(parameters),
      patienceMs: target.limits.throttledMs,
      backOffMs: target.limits.backOffMs,
      ahead,
    });
    return new Session(parameters, client, supply);
  }

  /** Removes the session's buckets and closes its connections. Returns a line for each bucket that is left. */
  async close(): Promise<readonly string[]> {
    try {
      // A fault in one of them keeps no bucket.
      const [watched] = await Promise.allSettled([this.waits.finish()]);
      const left = await this.#supply.drain();
      if (watched.status === 'rejected') throw watched.reason;
      return left;
    } finally {
      for (const cleanUp of this.#cleanups) await cleanUp();
      await this.client.close();
    }
  }

  /** Starts a conversation with the store; every scenario has its own. */
  converse(): Conversation {
    const { principals, limits } = this.target;
    return new Conversation(this.client, principals.owner, limits);
  }

  freshBucket(conversation: Conversation): Promise<OwnBucket> {
    return this.#supply.fresh(conversation);
  }

  /** Without a name it gets one that no other bucket of the run has. */
  createBucket(conversation: Conversation, creation?: BucketCreation, name?: string): Promise<OwnBucket> {
    return this.#supply.create(conversation, creation, name);
  }

  unusedName(): string {
    return this.#supply.unusedName();
  }

  /** `keys` are those that were used in the bucket. */
  release(bucket: OwnBucket, keys: readonly string[] = []): void {
    this.#supply.release(bucket, keys);
  }

  /** Where only one bucket may exist, waits for the removal of the last one before the next scenario begins. */
  quiet(): Promise<void> {
    return this.#supply.quiet();
  }

  /** A family's state for a whole session: one instance of that class, created on first use. */
  resource<T extends object>(Kind: new (session: Session) => T): T {
    const known = this.#resources.get(Kind);
    if (known instanceof Kind) return known;
    const resource = new Kind(this);
    this.#resources.set(Kind, resource);
    return resource;
  }

  /** Runs when the session closes; for the resources of families. */
  onClose(cleanup: () => Promise<void>): void {
    this.#cleanups.push(cleanup);
  }

  /** Whether the store knows that sub-resource. */
  isOpen(subResource: string): boolean {
    return this.gates.some(({ name, isOpen }) => name === subResource && isOpen);
  }

  /** Throws for a sub-resource that the store does not know, or declares to lack. */
  requireGate(subResource: string): void {
    for (const gate of this.gates) if (gate.name === subResource) requireOpen(gate);
  }

  /** Throws Blocked for a request that is an instrument which does not work on this target. */
  requireInstrument(request: OssRequest): void {
    const call = nameOfCall(request);
    const instrument = this.broken.find(({ name }) => name === call);
    if (instrument !== undefined) throw new Blocked(instrument);
  }

  /** Whether an instrument works on this target; if not, the caller can use another one. */
  works({ name }: Pick<BrokenInstrument, 'name'>): boolean {
    return !this.broken.some((broken) => broken.name === name);
  }

  /** Reads the sub-resource of a fresh bucket, to find out whether the store knows it. */
  tryGate(subResource: SubResource, conversation: Conversation): Promise<SubResourceGate> {
    return this.onNewBucket(conversation, (bucket) =>
      tryGate(
        subResource,
        conversation,
        this.target.principals.owner,
        bucket,
        this.redactor,
        this.target.limits.readAfterWriteMs,
      ),
    );
  }

  /** Runs an action on a bucket that is used for nothing else. */
  async onNewBucket<T>(conversation: Conversation, look: (bucket: string) => Promise<T>): Promise<T> {
    const bucket = await this.createBucket(conversation);
    try {
      return await look(bucket.name);
    } finally {
      this.release(bucket, conversation.keysIn(bucket.name));
    }
  }
}

/** A third of a worker's buckets may be kept for scenarios that ended and are watched; few have more than one. */
const bucketsOfWatched = 3;

/** How many buckets of this worker may exist at a time. */
function shareOf({ target, workers }: SessionParameters): number {
  return Math.floor(target.limits.liveBuckets / workers);
}

function ledgerOf({ target, run, reportsDirectory }: SessionParameters): Ledger {
  return Ledger.open(reportsDirectory, run, target, target.kind === 'reference' ? 'process' : 'power cut');
}

/** Cached, because sessions of one scenario follow each other quickly with the same target. */
const redactors = new WeakMap<Target, Redactor>();

function redactorOf(target: Target): Redactor {
  const redactor = redactors.get(target) ?? Redactor.forTarget(target);
  redactors.set(target, redactor);
  return redactor;
}

/** More than the largest object that the suite reads back. */
const maxBodyBytes = 80 * 1024 * 1024;

/** A client with the target's limits. */
export function clientOf(target: Target): OssClient {
  return new OssClient(clientOptionsOf(target));
}

export function clientOptionsOf(target: Target): OssClientOptions {
  const { endpoint, region, addressing, signature, ca, userAgent } = target;
  const { connectMs, answerMs, idleMs } = target.limits;
  return {
    endpoint,
    region,
    addressing,
    signature,
    limits: { connectMs, answerMs, idleMs, maxBodyBytes },
    route: { proxy: proxyOf(target, process.env), ca },
    ...(userAgent !== null && { userAgent }),
  };
}

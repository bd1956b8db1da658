import { OssClient, type OssClientOptions } from '../../client/client.ts';
import type { HeaderPair } from '../../client/request.ts';
import { BucketSupply } from '../buckets/bucket-supply.ts';
import { Conversation } from '../conversation/conversation.ts';
import type { EncryptionGate } from '../bucket-encryption/encryption-gate.ts';
import { Untested } from '../verdict/finding.ts';
import { Ledger, type OwnBucket } from '../buckets/ledger.ts';
import { storeProblem } from '../../ossutil/runner/store-precondition.ts';
import { ProgramUnderTest, type ProgramChoice } from '../../ossutil/runner/program-under-test.ts';
import { Redactor } from '../evidence/redaction.ts';
import { proxyOf } from '../target/target-proxy.ts';
import type { Target } from '../target/target.ts';

/** What a worker is told of the run it takes part in; plain data, so that it can go to a thread. */
export interface SessionParameters {
  readonly target: Target;
  /** Lower-case letters and digits; stands in every bucket name of the run. */
  readonly run: string;
  readonly gate: EncryptionGate;
  readonly reportsDirectory: string;
  /** How many workers share the target. */
  readonly workers: number;
  /** The ossutil program that is judged. */
  readonly ossutil: ProgramChoice;
  /** Where the run's exchanges are recorded, or are played from; `null` for a run that does neither. */
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

/** One worker's dealings with the target: its connections, its buckets, its ledger. */
export class Session {
  readonly target: Target;
  readonly gate: EncryptionGate;
  readonly client: OssClient;
  readonly redactor: Redactor;
  readonly #supply: BucketSupply;
  readonly #ossutil: ProgramChoice;
  #workbench: Promise<ProgramUnderTest> | null = null;
  #unfitness: Promise<string | null> | null = null;

  private constructor(parameters: SessionParameters, client: OssClient, supply: BucketSupply) {
    this.target = parameters.target;
    this.gate = parameters.gate;
    this.client = client;
    this.redactor = redactorOf(parameters.target);
    this.#supply = supply;
    this.#ossutil = parameters.ossutil;
  }

  /** `mark` stands in the bucket names of this session only. With `ahead`, buckets are made before they are asked for. */
  static open(parameters: SessionParameters, mark: string, ahead = true): Session {
    const { target, run, reportsDirectory } = parameters;
    return Session.#over(parameters, mark, clientOf(target), Ledger.open(reportsDirectory, run, target), ahead);
  }

  /** For a client that reaches no store, so that nothing is written down and nothing has to be removed. */
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
    const { target, run, workers } = parameters;
    const supply = new BucketSupply({
      client,
      owner: target.principals.owner,
      ledger,
      prefix: `ossc-${run}-${mark}`,
      limit: Math.floor(target.limits.liveBuckets / workers),
      patienceMs: target.limits.throttledMs,
      ahead,
    });
    return new Session(parameters, client, supply);
  }

  /** Removes what the session made and closes its connections. Returns a line for each bucket that is left. */
  async close(): Promise<readonly string[]> {
    const left = await this.#supply.drain();
    await (await this.#workbench)?.close();
    await this.client.close();
    return left;
  }

  /** Begins to talk to the store; every scenario has a conversation of its own. */
  converse(): Conversation {
    const { principals, limits } = this.target;
    return new Conversation(this.client, principals.owner, limits);
  }

  freshBucket(conversation: Conversation): Promise<OwnBucket> {
    return this.#supply.fresh(conversation);
  }

  createBucket(conversation: Conversation, headers: readonly HeaderPair[]): Promise<OwnBucket> {
    return this.#supply.create(conversation, headers);
  }

  unusedName(): string {
    return this.#supply.unusedName();
  }

  release(bucket: OwnBucket): void {
    this.#supply.release(bucket);
  }

  /** The ossutil program that is judged; nothing is made ready for it before a scenario asks. Throws Untested. */
  async programUnderTest(): Promise<ProgramUnderTest> {
    if (this.target.kind === 'recordings') throw new Untested("recordings answer the suite's own client, no program");
    this.#workbench ??= ProgramUnderTest.open(this.#ossutil, this.target);
    return this.#workbench;
  }

  /** Why no program can be judged through the target, in words; `null` where one can. Looked at once. */
  storeProblemForPrograms(): Promise<string | null> {
    this.#unfitness ??= this.#lookAtFitness();
    return this.#unfitness;
  }

  async #lookAtFitness(): Promise<string | null> {
    if (!this.gate.open) return 'it does not know the sub-resource';
    const conversation = this.converse();
    const bucket = await this.freshBucket(conversation);
    try {
      return await storeProblem(conversation, this.target, bucket.name);
    } finally {
      this.release(bucket);
    }
  }
}

/** Sessions that are one scenario long follow each other quickly, and all have one target. */
const redactors = new WeakMap<Target, Redactor>();

function redactorOf(target: Target): Redactor {
  const redactor = redactors.get(target) ?? Redactor.forTarget(target);
  redactors.set(target, redactor);
  return redactor;
}

/** More than the largest object that the suite reads back. */
const maxBodyBytes = 80 * 1024 * 1024;

/** A client that keeps to the target's limits. */
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

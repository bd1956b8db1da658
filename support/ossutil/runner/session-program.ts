import { Untested } from '../../harness/verdict/finding.ts';
import type { Session } from '../../harness/world/session.ts';
import { unfitness } from './store-fitness.ts';
import { OssutilWorkbench } from './workbench.ts';

/** The ossutil program that a session judges. It is not set up before a scenario needs it. */
export class SessionProgram {
  readonly #session: Session;
  #workbench: Promise<OssutilWorkbench> | null = null;
  #unfitness: Promise<string | null> | null = null;

  constructor(session: Session) {
    this.#session = session;
    session.onClose(async () => (await this.#workbench)?.close());
  }

  /** Throws Untested where recordings are replayed: no program reaches them. */
  async workbench(): Promise<OssutilWorkbench> {
    const { program, target } = this.#session;
    if (target.kind === 'recordings') throw new Untested("recordings answer the suite's own client, no program");
    this.#workbench ??= OssutilWorkbench.open(program, target.limits);
    return this.#workbench;
  }

  /** Throws Untested where the store's own mistakes would decide what a program prints. */
  async requireFitStore(): Promise<void> {
    this.#unfitness ??= this.#checkFitness();
    const reason = await this.#unfitness;
    if (reason !== null) throw new Untested(`no program can be judged through this store: ${reason}`);
  }

  async #checkFitness(): Promise<string | null> {
    const session = this.#session;
    if (!session.isOpen('encryption')) return 'it does not know the sub-resource';
    const conversation = session.converse();
    const bucket = await session.freshBucket(conversation);
    try {
      return await unfitness(conversation, session.target, bucket.name);
    } finally {
      session.release(bucket);
    }
  }
}

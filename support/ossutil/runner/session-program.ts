import { Untested } from '../../harness/verdict/finding.ts';
import type { Session } from '../../harness/world/session.ts';
import { storeProblem } from './store-precondition.ts';
import { ProgramUnderTest } from './program-under-test.ts';

/** The ossutil program that a session judges. It is set up when a scenario first needs it. */
export class SessionProgram {
  readonly #session: Session;
  #program: Promise<ProgramUnderTest> | null = null;
  #storeProblem: Promise<string | null> | null = null;

  constructor(session: Session) {
    this.#session = session;
    session.onClose(async () => (await this.#program)?.close());
  }

  /** Throws Untested in a replay, because no program can reach recordings. */
  async programUnderTest(): Promise<ProgramUnderTest> {
    const { program, target } = this.#session;
    if (target.kind === 'recordings') throw new Untested("recordings answer the suite's own client, no program");
    this.#program ??= ProgramUnderTest.open(program, target);
    return this.#program;
  }

  /** Throws Untested if mistakes of the store would change what a program prints, Blocked if the store has no rules. */
  async requireRightStore(): Promise<void> {
    this.#session.requireGate('encryption');
    this.#storeProblem ??= this.#checkStore();
    const reason = await this.#storeProblem;
    if (reason !== null) throw new Untested(`no program can be judged through this store: ${reason}`);
  }

  async #checkStore(): Promise<string | null> {
    const session = this.#session;
    const conversation = session.converse();
    const bucket = await session.freshBucket(conversation);
    try {
      return await storeProblem(conversation, session.target, bucket.name);
    } finally {
      session.release(bucket);
    }
  }
}

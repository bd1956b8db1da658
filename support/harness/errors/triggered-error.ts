import { readErrorDocument } from '../../client/error-document.ts';
import { describeAnswer } from '../conversation/answer-words.ts';
import { Untested } from '../verdict/finding.ts';
import type { OssWorld } from '../world/world.ts';

/**
 * The error that a scenario triggers to see how errors look. Whether the store makes that error of the request is for
 * the clause on the operation; where it makes another one, or none, this error was not seen.
 */
export class TriggeredError {
  readonly #world: Pick<OssWorld, 'answer'>;
  #wanted: string | null = null;

  constructor(world: Pick<OssWorld, 'answer'>) {
    this.#world = world;
  }

  /** Notes what the answer is an error of. Throws Untested for a success, and for an error of another code. */
  expect(code: string): void {
    this.#wanted = code;
    const given = this.#code;
    if (this.#world.answer.status < 400 || (given !== null && given !== code)) throw this.#unseen(code);
  }

  /**
   * Throws Untested where the answer is an error that names no code: it may break a rule for every error, but it shows
   * nothing of this one.
   */
  requireNamed(): void {
    if (this.#wanted !== null && this.#code === null) throw this.#unseen(this.#wanted);
  }

  get #code(): string | null {
    const reading = readErrorDocument(this.#world.answer);
    return 'error' in reading ? reading.error.code : null;
  }

  #unseen(code: string): Untested {
    return new Untested(`the store made no ${code} of this: it answered ${describeAnswer(this.#world.answer)}`);
  }
}

import { readErrorDocument } from '../../client/error-document.ts';
import { describeAnswer } from '../conversation/answer-words.ts';
import { Untested } from '../verdict/finding.ts';
import type { OssWorld } from '../world/world.ts';

/** The codes that the pages have as well for the request that triggers an error (AUTH-35): a store may give any of them. */
const otherCodes: Readonly<Record<string, readonly string[]>> = {
  AccessKeyIdAndSecurityTokenNotMatch: ['InvalidSecurityToken', 'SecurityTokenExpired'],
  SecurityTokenExpired: ['InvalidAccessKeyId'],
};

/**
 * The error that a scenario triggers to check the format of errors. Whether it is the right error is judged by the
 * clause on the operation; if the store gives another error or none, this one was not seen.
 */
export class TriggeredError {
  readonly #world: Pick<OssWorld, 'answer'>;
  #wanted: string | null = null;

  constructor(world: Pick<OssWorld, 'answer'>) {
    this.#world = world;
  }

  /** Notes the expected code. Throws Untested for a success and for an error with a code that the pages do not have. */
  expect(code: string): void {
    this.#wanted = code;
    const given = this.#code;
    const isDocumented = given === code || (otherCodes[code] ?? []).includes(given ?? '');
    if (this.#world.answer.status < 400 || (given !== null && !isDocumented)) throw this.#unseen(code);
  }

  /**
   * Throws Untested for an error without a code: it may break a rule for all errors, but shows nothing about this one.
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

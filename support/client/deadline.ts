import type { Limits } from './limits.ts';

/** What an exchange is waiting for. */
export type Wait = 'connection' | 'request' | 'answer' | 'body';

/** A body that moves fewer bytes than this in `idleMs` counts as idle, so that a trickle cannot go on forever. */
const progressBytes = 64 * 1024;

/** The current deadline of an exchange: each wait has its own, and that of a body is renewed while the body moves. */
export class Deadline {
  readonly #limits: Limits;
  readonly #pass: (wait: Wait) => void;
  #wait: Wait = 'connection';
  #movedBytes = 0;
  #timer: NodeJS.Timeout | undefined;
  #timerMs = 0;

  /** `pass` is called when the deadline passes. */
  constructor(limits: Limits, pass: (wait: Wait) => void) {
    this.#limits = limits;
    this.#pass = pass;
  }

  start(wait: Wait): void {
    this.#wait = wait;
    this.#movedBytes = 0;
    const ms = milliseconds(wait, this.#limits);
    // Three of the four waits usually have the same limit, and a timer is renewed faster than made.
    if (this.#timer !== undefined && ms === this.#timerMs) this.#timer.refresh();
    else this.#startTimer(ms);
  }

  /** That many bytes of the body were sent or received. */
  move(bytes: number): void {
    this.#movedBytes += bytes;
    if (this.#movedBytes >= progressBytes) this.start(this.#wait);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #startTimer(ms: number): void {
    clearTimeout(this.#timer);
    this.#timerMs = ms;
    this.#timer = setTimeout(() => this.#pass(this.#wait), ms);
  }
}

function milliseconds(wait: Wait, { connectMs, answerMs, idleMs }: Limits): number {
  switch (wait) {
    case 'connection':
      return connectMs;
    case 'answer':
      return answerMs;
    case 'request':
    case 'body':
      return idleMs;
  }
}

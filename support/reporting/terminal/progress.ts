import type { Verdict } from '../../harness/verdict/verdict.ts';
import { printableLine, shortLine } from '../../harness/evidence/printable.ts';

/** The part of a TTY stream that progress needs; `process.stderr` is one. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Surroundings {
  /** The value of `TERM`; `dumb` cannot draw over a line. */
  readonly terminal: string | undefined;
  /** Milliseconds, never going back. */
  readonly now: () => number;
}

const ofThisProcess: Surroundings = { terminal: process.env['TERM'], now: () => performance.now() };

/** Milliseconds between two drawings: a fast run must not spend its time on the terminal. */
const drawingInterval = 100;
const eraseLine = '\r\u001B[2K';

/** Milliseconds between two lines of a log: enough to show that the run goes on. */
const loggingInterval = 5_000;

/** Shows the progress of a run: one line that is redrawn on a terminal, a line every few seconds in a log. */
export class Progress {
  readonly #stream: ProgressStream;
  readonly #scenarios: number;
  readonly #now: () => number;
  readonly #live: boolean;
  #finished = 0;
  #nonconformant = 0;
  #errors = 0;
  #feature = '';
  #drawnAt = Number.NEGATIVE_INFINITY;
  #loggedAt: number;

  /** `scenarios` is how many will run. */
  constructor(stream: ProgressStream, scenarios: number, { terminal, now }: Surroundings = ofThisProcess) {
    this.#stream = stream;
    this.#scenarios = scenarios;
    this.#now = now;
    this.#live = stream.isTTY === true && terminal !== 'dumb';
    this.#loggedAt = now();
  }

  scenarioStarted(feature: string): void {
    this.#feature = feature;
    this.#show();
  }

  scenarioFinished(verdict: Verdict): void {
    this.#finished += 1;
    if (verdict === 'nonconformant') this.#nonconformant += 1;
    if (verdict === 'harness-error' || verdict === 'inconclusive') this.#errors += 1;
    this.#show();
  }

  /** Erases the line, so that the next output starts on an empty one. */
  clear(): void {
    if (this.#live && this.#drawnAt > Number.NEGATIVE_INFINITY) this.#stream.write(eraseLine);
    this.#drawnAt = Number.NEGATIVE_INFINITY;
  }

  #show(): void {
    if (this.#live) this.#draw();
    else this.#log();
  }

  #draw(): void {
    const now = this.#now();
    if (now - this.#drawnAt < drawingInterval) return;
    this.#drawnAt = now;
    // The last column stays free: a line that fills it wraps on some terminals and cannot be erased.
    this.#stream.write(eraseLine + shortLine(this.#line(), Math.max(1, (this.#stream.columns ?? 80) - 1)));
  }

  #log(): void {
    const now = this.#now();
    if (now - this.#loggedAt < loggingInterval) return;
    this.#loggedAt = now;
    this.#stream.write(`${printableLine(this.#line())}\n`);
  }

  #line(): string {
    const failures = [
      this.#nonconformant > 0 ? `${this.#nonconformant} nonconformant` : '',
      this.#errors > 0 ? `${this.#errors} without a verdict` : '',
    ];
    return [`${this.#finished}/${this.#scenarios} scenarios`, ...failures, this.#feature]
      .filter((part) => part !== '')
      .join('  ');
  }
}

import { signalExitCodes } from '../exit-code.ts';

/**
 * npm and the shells between a terminal and this process forward a signal that the terminal has sent already, so one
 * Ctrl-C may arrive twice. Milliseconds.
 */
const sameKeystroke = 1_000;

const signals = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/** Ctrl-C, a closed terminal, or a request to end: the first lets the run end in order, a second ends the process at once. */
export class Interruption {
  readonly #controller = new AbortController();
  #exitCode: number | null = null;
  #firstAt = 0;

  /** Starts to catch the signals. */
  constructor() {
    for (const signal of signals) process.on(signal, this.#catch);
  }

  /** Aborted when the run has to end. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The exit code of an interrupted process; `null` if it was not interrupted. */
  get exitCode(): number | null {
    return this.#exitCode;
  }

  /** Stops listening for the signals. */
  release(): void {
    for (const signal of signals) process.off(signal, this.#catch);
  }

  readonly #catch = (signal: keyof typeof signalExitCodes): void => {
    if (this.#exitCode !== null) {
      if (performance.now() - this.#firstAt < sameKeystroke) return;
      process.exit(this.#exitCode);
    }
    this.#exitCode = signalExitCodes[signal];
    this.#firstAt = performance.now();
    process.stderr.write('\ninterrupted: cleaning up; once more ends at once, and "sweep" cleans up later\n');
    this.#controller.abort();
  };
}

import { fork, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** Why a run is void; `timedOut` where the process had to be killed. */
export interface WorkerFault {
  readonly fault: string;
  readonly timedOut: boolean;
}

export interface WorkerProgram {
  readonly program: URL;
  /** For the ledgers of its runs; the program's only argument. */
  readonly directory: string;
  /** Options of Node for it, such as `--import`. */
  readonly nodeOptions?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * A process that runs the suite again and again, so that a store which ends the process ends nothing else. It gets one
 * Order at a time and answers each with one Reply.
 */
export class WorkerProcess<Order extends object, Reply extends object> {
  readonly #child: ChildProcess;
  #hasEnded = false;
  #lastWords = '';

  constructor({ program, directory, nodeOptions = [], environment = {} }: WorkerProgram) {
    this.#child = fork(fileURLToPath(program), [directory], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [...process.execArgv, ...nodeOptions],
      env: { ...process.env, ...environment },
    });
    this.#listen(this.#child.stderr);
  }

  /** Whether the process ended, or was killed, during a run. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Runs the suite once. Never rejects: a process that ends or hangs is a fault of that run. */
  async run(order: Order, patienceMs: number): Promise<Reply | WorkerFault> {
    const answered = Promise.withResolvers<Reply | WorkerFault>();
    const onMessage = (message: unknown): void => {
      // Both ends are ours and of one version.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
      answered.resolve(message as Reply);
    };
    const end = (fault: string, timedOut: boolean): void => {
      this.#hasEnded = true;
      answered.resolve({ fault, timedOut });
    };
    const onClose = (code: number | null, signal: string | null): void =>
      end(`the process ended (${signal ?? code}) ${this.#lastWords}`.trim(), false);
    const timer = setTimeout(() => {
      end(`no end within ${patienceMs / 1000} s`, true);
      this.#child.kill('SIGKILL');
    }, patienceMs);
    this.#child.once('message', onMessage).once('close', onClose);
    this.#child.send(order, (error) => {
      if (error !== null) end(`the process takes no order: ${error.message}`, false);
    });
    const reply = await answered.promise;
    clearTimeout(timer);
    this.#child.off('message', onMessage).off('close', onClose);
    return reply;
  }

  /** Ends the process; it has nothing left to write. */
  stop(): void {
    this.#child.kill('SIGKILL');
  }

  #listen(stderr: Readable | null): void {
    stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#lastWords = text.trim().split('\n').at(-1) ?? '';
    });
  }
}

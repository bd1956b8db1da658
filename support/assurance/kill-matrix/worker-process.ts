import { fork, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { OssutilSyntax } from '../../ossutil/program.ts';
import type { SeenScenario } from './kill-matrix.ts';
import type { PlannedScenario } from '../../run/scenarios.ts';
import type { SignatureVersion } from '../../harness/target/target.ts';

/** A run that a process of the matrix is asked for. */
export type MatrixOrder =
  /** All scenarios against the store as it is. */
  | { readonly kind: 'canary'; readonly signature: SignatureVersion }
  /** The same, finding out in which scenarios each of these deviations would decide otherwise. */
  | { readonly kind: 'shadowed canary'; readonly signature: SignatureVersion; readonly deviations: readonly string[] }
  /** All scenarios that judge a program of that command line, with one that deviates or, by `null`, does not. */
  | { readonly kind: 'program'; readonly syntax: OssutilSyntax; readonly deviation: string | null }
  /** These scenarios against one deviation; all of them, where it makes the store one that does not know encryption. */
  | { readonly kind: 'deviation'; readonly deviation: string; readonly scenarios: readonly PlannedScenario[] };

/** What it answers. `reach` has the scenarios of each deviation that was shadowed; `fault` says why the run is void. */
export type MatrixReply =
  | {
      readonly scenarios: readonly SeenScenario[];
      readonly reach: Readonly<Record<string, readonly PlannedScenario[]>>;
    }
  | { readonly fault: string };

/** Far above what the slowest deviation takes; whoever needs it is not coming back. */
const patienceMs = 120_000;

const program = fileURLToPath(
  new URL(`./deviation-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url),
);

/** A process that runs the suite again and again, so that a deviation which ends it ends nothing else. */
export class MatrixProcess {
  readonly #child: ChildProcess;
  #hasEnded = false;
  #lastWords = '';

  /** `directory` is for the ledgers of its runs. */
  constructor(directory: string) {
    this.#child = fork(program, [directory], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.#listen(this.#child.stderr);
  }

  /** Whether it ended, or was ended, within a run. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Runs the suite once. Never rejects: a process that ends or hangs is a fault of that run. */
  async run(order: MatrixOrder): Promise<MatrixReply> {
    const answered = Promise.withResolvers<MatrixReply>();
    const onMessage = (message: unknown): void => {
      // Both ends are ours and of one version.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
      answered.resolve(message as MatrixReply);
    };
    const end = (fault: string): void => {
      this.#hasEnded = true;
      answered.resolve({ fault });
    };
    const onClose = (code: number | null, signal: string | null): void =>
      end(`the process ended (${signal ?? code}) ${this.#lastWords}`.trim());
    const timer = setTimeout(() => {
      end(`no end within ${patienceMs / 1000} s`);
      this.#child.kill('SIGKILL');
    }, patienceMs);
    this.#child.once('message', onMessage).once('close', onClose);
    this.#child.send(order, (error) => {
      if (error !== null) end(`the process cannot be told: ${error.message}`);
    });
    const reply = await answered.promise;
    clearTimeout(timer);
    this.#child.off('message', onMessage).off('close', onClose);
    return reply;
  }

  /** Lets the process end. */
  stop(): void {
    if (this.#child.connected) this.#child.disconnect();
  }

  #listen(stderr: Readable | null): void {
    stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#lastWords = text.trim().split('\n').at(-1) ?? '';
    });
  }
}

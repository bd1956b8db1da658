import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../main.ts', import.meta.url));

export interface CliEnd {
  /** `null` where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** For tests: the command line in its own process, which gets only the environment variables that are given. */
export class CliProcess {
  readonly #child: ChildProcess;
  readonly #printed = { stdout: '', stderr: '' };
  readonly ended: Promise<CliEnd>;
  /** The first line on its standard output. Rejects with its standard error if it ends before that. */
  readonly firstLine: Promise<string>;

  /** The default is the directory of this process. */
  constructor(words: readonly string[], environment: Readonly<Record<string, string>> = {}, directory?: string) {
    // The folder of Node has no Java, so that no test waits for an Allure report.
    const env = { PATH: dirname(process.execPath), ...environment };
    this.#child = spawn(process.execPath, [program, ...words], {
      env,
      ...(directory === undefined ? {} : { cwd: directory }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const line = Promise.withResolvers<string>();
    // Most tests do not wait for it.
    line.promise.catch(() => {});
    this.firstLine = line.promise;
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#printed.stdout += text;
      const [first = '', rest] = this.#printed.stdout.split('\n', 2);
      if (rest !== undefined) line.resolve(first);
    });
    this.#child.once('close', () =>
      line.reject(new Error(`it ended before it printed a line: ${this.#printed.stderr}`)),
    );
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.#printed.stderr += text));
    this.ended = once(this.#child, 'close').then(() => ({ code: this.#child.exitCode, ...this.#printed }));
  }

  /** Runs it to its end. */
  static run(
    words: readonly string[],
    environment?: Readonly<Record<string, string>>,
    directory?: string,
  ): Promise<CliEnd> {
    return new CliProcess(words, environment, directory).ended;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }
}

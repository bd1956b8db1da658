import { once } from 'node:events';
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CliEnd } from './cli-process.ts';

/** What the process of a warm command line is sent; it answers with a `CliEnd`. */
export interface CommandLine {
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly directory: string;
}

/**
 * For tests: one process that runs one command line after the other. Each does what it does in a `CliProcess`, but only
 * the first one loads the suite. For what a process does at its end, use `CliProcess`.
 */
export class WarmCommandLine {
  readonly #child: ChildProcess = fork(fileURLToPath(new URL('command-line-loop.ts', import.meta.url)), {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });

  /** It gets only the environment variables that are given. */
  async run(
    words: readonly string[],
    environment: Readonly<Record<string, string>> = {},
    directory = process.cwd(),
  ): Promise<CliEnd> {
    this.#child.send({ words, environment, directory } satisfies CommandLine);
    const [end] = await once(this.#child, 'message');
    // Our own program sends nothing else.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    return end as CliEnd;
  }

  close(): void {
    this.#child.disconnect();
  }
}

import { CliProcess, type CliEnd } from '../../testing/cli-process.ts';

/** The line that `serve` prints when it listens. */
export interface ReadyLine {
  readonly endpoint: string;
  readonly region: string;
  readonly ca?: string;
  readonly seed?: number;
}

/** For tests: the owner of every store below. */
export const ownerKeys = { accessKeyId: 'test-owner', accessKeySecret: 'test-owner-secret' };

/** For tests: `serve` in its own process, listening. */
export class ServingProcess {
  readonly ready: ReadyLine;
  readonly #process: CliProcess;

  private constructor(ready: ReadyLine, process: CliProcess) {
    this.ready = ready;
    this.#process = process;
  }

  static async start(...words: readonly string[]): Promise<ServingProcess> {
    const process = new CliProcess(['serve', ...words], {
      OSS_ACCESS_KEY_ID: ownerKeys.accessKeyId,
      OSS_ACCESS_KEY_SECRET: ownerKeys.accessKeySecret,
      HOME: '/nonexistent',
    });
    // It was written by this very version.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    return new ServingProcess(JSON.parse(await process.firstLine) as ReadyLine, process);
  }

  end(signal: NodeJS.Signals = 'SIGTERM'): Promise<CliEnd> {
    this.#process.signal(signal);
    return this.#process.ended;
  }
}

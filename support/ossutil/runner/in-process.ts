import { Inconclusive } from '../../harness/verdict/finding.ts';
import { connectionVariables } from './spawned.ts';
import type { OssutilProgram, OssutilSyntax, ProgramRun } from '../program.ts';

/** The suite's command `bucket-encryption`, run in this process. */
export class OssutilInProcess implements OssutilProgram {
  readonly #home: string;
  readonly #deadlineMs: number;
  readonly #ca: string | null;

  /**
   * `home` is the program's home and working directory; `ca` has PEM certificates to trust in addition to those of
   * Node.
   */
  constructor(home: string, deadlineMs: number, ca: string | null) {
    this.#home = home;
    this.#deadlineMs = deadlineMs;
    this.#ca = ca;
  }

  syntax(): Promise<OssutilSyntax> {
    return Promise.resolve('1.x');
  }

  knows(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async run(args: readonly string[]): Promise<ProgramRun> {
    const { runOssutil } = await import('../v1/ossutil.ts');
    const deadline = AbortSignal.timeout(this.#deadlineMs);
    const printed = { stdout: '', stderr: '' };
    const exitCode = await runOssutil(args, {
      stdout: { write: (text) => (printed.stdout += text) },
      stderr: { write: (text) => (printed.stderr += text) },
      environment: { ...connectionVariables(), HOME: this.#home },
      ca: this.#ca,
      directory: this.#home,
      clock: () => new Date(),
      interruption: deadline,
    });
    if (deadline.aborted) throw new Inconclusive(`the program did not end within ${this.#deadlineMs / 1000} s`);
    return { ...printed, exitCode };
  }
}

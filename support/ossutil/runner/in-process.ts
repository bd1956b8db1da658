import { Inconclusive } from '../../harness/verdict/finding.ts';
import type { OssutilProgram, OssutilSyntax, ProgramRun } from '../program.ts';

/**
 * Our own command `bucket-encryption`, in this process. The one place where the harness reaches for the command line:
 * here it is what is judged.
 */
export class OssutilInProcess implements OssutilProgram {
  readonly #home: string;
  readonly #deadlineMs: number;

  /** `home` is the program's home and working directory. */
  constructor(home: string, deadlineMs: number) {
    this.#home = home;
    this.#deadlineMs = deadlineMs;
  }

  syntax(): Promise<OssutilSyntax> {
    return Promise.resolve('1.x');
  }

  async run(args: readonly string[]): Promise<ProgramRun> {
    const { runOssutil } = await import('../v1/ossutil.ts');
    const deadline = AbortSignal.timeout(this.#deadlineMs);
    const printed = { stdout: '', stderr: '' };
    const exitCode = await runOssutil(args, {
      stdout: { write: (text) => (printed.stdout += text) },
      stderr: { write: (text) => (printed.stderr += text) },
      environment: { HOME: this.#home },
      directory: this.#home,
      clock: () => new Date(),
      interruption: deadline,
    });
    if (deadline.aborted) throw new Inconclusive(`the program did not end within ${this.#deadlineMs / 1000} s`);
    return { ...printed, exitCode };
  }
}

/** The two command lines that ossutil has had; 2.x has one command for each API operation (CLI-35). */
export type OssutilSyntax = '1.x' | '2.x';

/** What a program printed, and how it ended. */
export interface ProgramRun {
  readonly stdout: string;
  readonly stderr: string;
  /** For one that a signal ended, 128 and the signal's number, as shells count. */
  readonly exitCode: number;
}

/** A program that has, or claims to have, the command line of ossutil. */
export interface OssutilProgram {
  /** Throws Inconclusive where it cannot be told. */
  syntax(): Promise<OssutilSyntax>;
  /** Whether `bucket-encryption` takes this option, e.g. `--force-path-style`, which ossutil 1.x has since 1.7.17. */
  knows(option: string): Promise<boolean>;
  /** Runs it to its end. Throws Inconclusive where it cannot be run, or does not come to an end. */
  run(args: readonly string[]): Promise<ProgramRun>;
}

/** How ossutil 1.x ends that did what it was asked for (CLI-06). */
export function succeeded(text = ''): ProgramRun {
  return { stdout: `${text}\n0.000001(s) elapsed\n`, stderr: '', exitCode: 0 };
}

/** How ossutil 1.x ends that did not (CLI-16). */
export function failed(reason: string): ProgramRun {
  return { stdout: `Error: ${reason}\n`, stderr: '', exitCode: 1 };
}

/** The two command lines of ossutil; 2.x has one command for each API operation (CLI-35). */
export type OssutilSyntax = '1.x' | '2.x';

/** The output of a program, and how it ended. */
export interface ProgramRun {
  readonly stdout: string;
  readonly stderr: string;
  /** As in shells, 128 plus the signal's number if a signal ended it. */
  readonly exitCode: number;
}

/** A program that has, or claims to have, the command line of ossutil. */
export interface OssutilProgram {
  /** Throws Inconclusive if the program does not show it. */
  syntax(): Promise<OssutilSyntax>;
  /** Whether `bucket-encryption` takes this option, e.g. `--force-path-style`, which ossutil 1.x has since 1.7.17. */
  knows(option: string): Promise<boolean>;
  /** Runs it to its end. Throws Inconclusive if it cannot be run, or does not end. */
  run(args: readonly string[]): Promise<ProgramRun>;
}

/** How ossutil 1.x ends on success (CLI-06). */
export function succeeded(text = ''): ProgramRun {
  return { stdout: `${text}\n0.000001(s) elapsed\n`, stderr: '', exitCode: 0 };
}

/** How ossutil 1.x ends on failure (CLI-16). */
export function failed(reason: string): ProgramRun {
  return { stdout: `Error: ${reason}\n`, stderr: '', exitCode: 1 };
}

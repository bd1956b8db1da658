import { PluginFolder } from '../plugin-folder/plugin-folder.ts';
import type { OssutilSyntax, ProgramRun } from './runner/program.ts';

/** What a program does with a command line. */
export type RunProgram = (args: readonly string[]) => Promise<ProgramRun>;

/** The same of a program that makes a mistake; it may know at once. */
export type RunDeviating = (args: readonly string[]) => Promise<ProgramRun> | ProgramRun;

/** An author's mistake: an ossutil program with one clause broken. The suite has to notice. */
export interface ProgramDeviation {
  /** The clause whose rule must turn red. */
  readonly clause: string;
  /** What the author did and why it is plausible, in one sentence. */
  readonly mistake: string;
  /** A part of the reason the suite states. */
  readonly caughtAs: string;
  /** Other clauses that cannot but turn red too, each with the reason. */
  readonly alsoCaughtBy?: Readonly<Record<string, string>>;
  /** Which of the two command lines the program has; that of 1.x unless it says so. */
  readonly syntax?: OssutilSyntax;
  /** Makes the mistake of a program that makes none. */
  deviate(run: RunProgram): RunDeviating;
}

const deviations = new PluginFolder<ProgramDeviation>(new URL('deviations/', import.meta.url));

/** Every deviation of a program there is, by file name. */
export function programDeviationNames(): readonly string[] {
  return deviations.names();
}

/** Throws an Error where no deviation has that name. */
export async function loadProgramDeviation(name: string): Promise<ProgramDeviation> {
  if (!programDeviationNames().includes(name)) throw new Error(`no program deviates as "${name}"`);
  return deviations.load(name);
}

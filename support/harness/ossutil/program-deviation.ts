import { readdirSync } from 'node:fs';
import type { OssutilSyntax, ProgramRun } from './program.ts';

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

const folder = new URL('deviations/', import.meta.url);
/** `.ts` in the repository, `.js` in the package. */
const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'));

/** Every deviation of a program there is, by file name. */
export function programDeviationNames(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(extension) && !file.endsWith('.d.ts'))
    .map((file) => file.slice(0, -extension.length))
    .toSorted();
}

/** Throws an Error where no deviation has that name. */
export async function loadProgramDeviation(name: string): Promise<ProgramDeviation> {
  if (!programDeviationNames().includes(name)) throw new Error(`no program deviates as "${name}"`);
  // Every file in the folder ends in `satisfies ProgramDeviation`, and a test loads them all.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- for that reason
  const file = (await import(new URL(name + extension, folder).href)) as { default: ProgramDeviation };
  return file.default;
}

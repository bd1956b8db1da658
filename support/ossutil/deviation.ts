import { PluginFolder } from '../plugin-folder/plugin-folder.ts';
import type { OssutilProgram, OssutilSyntax, ProgramRun } from './program.ts';

/** Runs a program with a command line. */
export type RunProgram = (args: readonly string[]) => Promise<ProgramRun>;

/** The same for a program with a mistake, which may answer at once. */
export type RunDeviating = (args: readonly string[]) => Promise<ProgramRun> | ProgramRun;

/** An author's mistake: an ossutil program that breaks one clause. The suite must notice. */
export interface ProgramDeviation {
  /** The clause whose rule must turn red. */
  readonly clause: string;
  /** What the program does wrong and why its author may have done it, in one sentence. */
  readonly mistake: string;
  /** A part of the reason the suite states. */
  readonly caughtAs: string;
  /** Other clauses that inevitably turn red too, each with the reason. */
  readonly alsoCaughtBy?: Readonly<Record<string, string>>;
  /** The command line of the program; 1.x by default. */
  readonly syntax?: OssutilSyntax;
  /** Adds the mistake to a correct program. */
  deviate(run: RunProgram): RunDeviating;
}

const deviations = new PluginFolder<ProgramDeviation>(new URL('deviations/', import.meta.url));

/** The names of all program deviations, which are their file names. */
export function programDeviationNames(): readonly string[] {
  return deviations.names();
}

/** Throws an Error if no deviation has that name. */
export async function loadProgramDeviation(name: string): Promise<ProgramDeviation> {
  if (!programDeviationNames().includes(name)) throw new Error(`no program deviates as "${name}"`);
  return deviations.load(name);
}

/** A correct program with a deviation. */
export class DeviatingProgram implements OssutilProgram {
  readonly #sound: OssutilProgram;
  readonly #run: RunDeviating;

  private constructor(sound: OssutilProgram, run: RunDeviating) {
    this.#sound = sound;
    this.#run = run;
  }

  /** Throws an Error if there is no deviation of that name. */
  static async open(sound: OssutilProgram, deviationName: string): Promise<DeviatingProgram> {
    const deviation = await loadProgramDeviation(deviationName);
    return new DeviatingProgram(
      sound,
      deviation.deviate((args) => sound.run(args)),
    );
  }

  syntax(): Promise<OssutilSyntax> {
    return this.#sound.syntax();
  }

  knows(option: string): Promise<boolean> {
    return this.#sound.knows(option);
  }

  async run(args: readonly string[]): Promise<ProgramRun> {
    return this.#run(args);
  }
}

/** The mistake of a program that works correctly but prints something else. */
export function printing(alter: (stdout: string) => string): (run: RunProgram) => RunProgram {
  return (run) => async (args) => {
    const ended = await run(args);
    return { ...ended, stdout: alter(ended.stdout) };
  };
}

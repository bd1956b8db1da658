import { PluginFolder } from '../plugin-folder/plugin-folder.ts';
import type { OssutilProgram, OssutilSyntax, ProgramRun } from './program.ts';

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

/** A right program with a mistake made on purpose. */
export class DeviatingProgram implements OssutilProgram {
  readonly #sound: OssutilProgram;
  readonly #run: RunDeviating;

  private constructor(sound: OssutilProgram, run: RunDeviating) {
    this.#sound = sound;
    this.#run = run;
  }

  /** Throws an Error where there is no deviation of that name. */
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

/** The mistake of a program that does the right thing and prints something else. */
export function printing(alter: (stdout: string) => string): (run: RunProgram) => RunProgram {
  return (run) => async (args) => {
    const ended = await run(args);
    return { ...ended, stdout: alter(ended.stdout) };
  };
}

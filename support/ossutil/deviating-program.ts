import { loadProgramDeviation, type RunDeviating } from './program-deviation.ts';
import type { OssutilProgram, OssutilSyntax, ProgramRun } from './runner/program.ts';

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

  async run(args: readonly string[]): Promise<ProgramRun> {
    return this.#run(args);
  }
}

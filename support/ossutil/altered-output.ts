import type { RunProgram } from './program-deviation.ts';

/** The mistake of a program that does the right thing and prints something else. */
export function printing(alter: (stdout: string) => string): (run: RunProgram) => RunProgram {
  return (run) => async (args) => {
    const ended = await run(args);
    return { ...ended, stdout: alter(ended.stdout) };
  };
}

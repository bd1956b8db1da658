import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-16',
  mistake: 'Prints errors to stderr, as most programs do.',
  caughtAs: 'got ""',
  alsoCaughtBy: {
    'CLI-*': 'it reads on stdout why the program failed',
  },
  deviate: (run) => async (args) => {
    const { stdout, stderr, exitCode } = await run(args);
    return exitCode === 0 ? { stdout, stderr, exitCode } : { stdout: '', stderr: stdout + stderr, exitCode };
  },
} satisfies ProgramDeviation;

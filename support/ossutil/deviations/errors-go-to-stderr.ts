import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-16',
  mistake: 'Prints errors to stderr, where any other program would.',
  caughtAs: 'got ""',
  alsoCaughtBy: {
    'CLI-*': 'it reads on stdout why the program failed',
  },
  deviate: (run) => async (args) => {
    const { stdout, stderr, exitCode } = await run(args);
    return exitCode === 0 ? { stdout, stderr, exitCode } : { stdout: '', stderr: stdout + stderr, exitCode };
  },
} satisfies ProgramDeviation;

import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-16',
  mistake: 'Prints the error and forgets the exit code.',
  caughtAs: 'expected the exit code 1, got 0',
  alsoCaughtBy: {
    'CLI-*': 'it tells by the exit code that the program failed',
  },
  deviate: (run) => async (args) => ({ ...(await run(args)), exitCode: 0 }),
} satisfies ProgramDeviation;

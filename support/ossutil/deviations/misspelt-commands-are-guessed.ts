import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-18',
  mistake: 'Runs the nearest command instead of refusing a misspelt one.',
  caughtAs: 'expected the exit code 1, got 0',
  deviate:
    (run) =>
    ([, ...args]) =>
      run(['bucket-encryption', ...args]),
} satisfies ProgramDeviation;

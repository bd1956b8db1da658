import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-39',
  mistake: 'Writes bucket names in lower case, as the host names that they become.',
  caughtAs: 'expected the exit code 1, got 0',
  deviate: (run) => (args) => run(args.map((word) => (word.startsWith('oss://') ? word.toLowerCase() : word))),
} satisfies ProgramDeviation;

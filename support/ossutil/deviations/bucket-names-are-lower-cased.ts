import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-39',
  mistake: 'Converts bucket names to lower case, because they become host names.',
  caughtAs: 'expected the exit code 1, got 0',
  deviate: (run) => (args) => run(args.map((word) => (word.startsWith('oss://') ? word.toLowerCase() : word))),
} satisfies ProgramDeviation;

import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-13',
  mistake: 'Reads the first argument and ignores the others.',
  caughtAs: 'expected the exit code 1, got 0',
  deviate: (run) => (args) => run(args.filter((word, at) => !word.startsWith('oss://') || args.indexOf(word) === at)),
} satisfies ProgramDeviation;

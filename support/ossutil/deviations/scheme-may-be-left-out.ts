import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-39',
  mistake: "Accepts a bucket's name without oss://.",
  caughtAs: 'expected the exit code 1, got 0',
  deviate: (run) => (args) => run(args.map((word) => (word === 'examplebucket' ? `oss://${word}` : word))),
} satisfies ProgramDeviation;

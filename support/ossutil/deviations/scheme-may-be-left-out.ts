import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-39',
  mistake: 'Takes a name alone for a bucket, since there is nothing else that it could be.',
  caughtAs: 'expected the exit code 1, got 0',
  deviate: (run) => (args) => run(args.map((word) => (word === 'examplebucket' ? `oss://${word}` : word))),
} satisfies ProgramDeviation;

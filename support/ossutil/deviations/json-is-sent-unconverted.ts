import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-33',
  mistake: "Sends the option's value unchanged, also where it is JSON.",
  caughtAs: 'expected the exit code 0, got 1',
  syntax: '2.x',
  deviate: (run) => (args) => run(args.map((word) => (word.startsWith('{') ? ` ${word}` : word))),
} satisfies ProgramDeviation;

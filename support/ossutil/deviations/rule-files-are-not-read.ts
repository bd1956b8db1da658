import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-29',
  mistake: "Sends the file's name instead of the rule in it.",
  caughtAs: 'expected the exit code 0, got 1',
  syntax: '2.x',
  deviate: (run) => (args) => run(args.map((word) => word.replace(/^file:/u, 'text:'))),
} satisfies ProgramDeviation;

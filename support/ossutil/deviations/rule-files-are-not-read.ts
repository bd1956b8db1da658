import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-29',
  mistake: 'Sends the name of the file in the place of the rule that it holds.',
  caughtAs: 'expected the exit code 0, got 1',
  syntax: '2.x',
  deviate: (run) => (args) => run(args.map((word) => word.replace(/^file:/u, 'text:'))),
} satisfies ProgramDeviation;

import { optionIn } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-22',
  mistake: 'Signs with an empty secret where none is given, and lets the store refuse it.',
  caughtAs: 'expected the exit code 1, got 0',
  deviate: (run) => (args) =>
    run(
      optionIn(args, '-e') !== null && optionIn(args, '-i') !== null && optionIn(args, '-k') === null
        ? [...args, '-k', 'empty']
        : args,
    ),
} satisfies ProgramDeviation;

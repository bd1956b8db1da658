import { optionIn, withOption } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-11',
  mistake: 'Compares the algorithm in any letter case before it refuses a key beside AES256.',
  caughtAs: 'expected the exit code 0, got 1',
  deviate: (run) => (args) =>
    run(
      /^aes256$/iu.test(optionIn(args, '--sse-algorithm') ?? '') ? withOption(args, '--sse-algorithm', 'AES256') : args,
    ),
} satisfies ProgramDeviation;

import { optionIn, withOption } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-11',
  mistake: "Ignores the algorithm's case when it refuses a key with AES256.",
  caughtAs: 'expected the exit code 0, got 1',
  deviate: (run) => (args) =>
    run(
      /^aes256$/iu.test(optionIn(args, '--sse-algorithm') ?? '') ? withOption(args, '--sse-algorithm', 'AES256') : args,
    ),
} satisfies ProgramDeviation;

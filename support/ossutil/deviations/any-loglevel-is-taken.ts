import { optionIn, withOption } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-24',
  mistake: 'Treats an unknown level as debug.',
  caughtAs: 'expected the exit code 1, got 0',
  deviate: (run) => (args) =>
    run(optionIn(args, '--loglevel') === 'trace' ? withOption(args, '--loglevel', 'debug') : args),
} satisfies ProgramDeviation;

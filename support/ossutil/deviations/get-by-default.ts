import { optionIn } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-10',
  mistake: 'Defaults to get where no method is given, because reading does no harm.',
  caughtAs: 'expected the exit code 1, got 0',
  deviate: (run) => (args) => run(optionIn(args, '--method') === null ? [...args, '--method', 'get'] : args),
} satisfies ProgramDeviation;

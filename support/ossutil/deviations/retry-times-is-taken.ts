import { withoutOption } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-14',
  mistake: 'Accepts every option that the page on general options lists.',
  caughtAs: 'expected the exit code 1, got 0',
  deviate: (run) => (args) => run(withoutOption(args, '--retry-times')),
} satisfies ProgramDeviation;

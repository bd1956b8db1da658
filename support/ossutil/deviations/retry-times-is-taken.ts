import { withoutOption } from '../runner/command-words.ts';
import type { ProgramDeviation } from '../program-deviation.ts';

export default {
  clause: 'CLI-14',
  mistake: 'Takes every option that the page on general options lists.',
  caughtAs: 'expected the exit code 1, got 0',
  deviate: (run) => (args) => run(withoutOption(args, '--retry-times')),
} satisfies ProgramDeviation;

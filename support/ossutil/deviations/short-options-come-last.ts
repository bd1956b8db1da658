import type { ProgramDeviation } from '../deviation.ts';
import { failed } from '../program.ts';

export default {
  clause: 'CLI-09',
  mistake: 'Reads a short option before the bucket as the bucket.',
  caughtAs: 'expected the exit code 0, got 1',
  deviate: (run) => (args) => (args[1] === '-e' ? failed('parameter is not a cloud url,url is -e') : run(args)),
} satisfies ProgramDeviation;

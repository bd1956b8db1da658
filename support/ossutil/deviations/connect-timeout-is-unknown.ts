import type { ProgramDeviation } from '../deviation.ts';
import { failed } from '../program.ts';

export default {
  clause: 'CLI-15',
  mistake: 'Has one timeout for everything, and no option for the connect timeout.',
  caughtAs: 'connect-timeout',
  deviate: (run) => (args) =>
    args.includes('--connect-timeout') ? failed('unknown option: --connect-timeout') : run(args),
} satisfies ProgramDeviation;

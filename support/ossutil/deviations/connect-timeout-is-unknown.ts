import type { ProgramDeviation } from '../deviation.ts';
import { failed } from '../program.ts';

export default {
  clause: 'CLI-15',
  mistake: 'Has one deadline for everything, and no option for that of the connection.',
  caughtAs: 'connect-timeout',
  deviate: (run) => (args) =>
    args.includes('--connect-timeout') ? failed('unknown option: --connect-timeout') : run(args),
} satisfies ProgramDeviation;

import { optionIn } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-32',
  mistake: 'Signs for cn-hangzhou where no region is given.',
  caughtAs: 'an exit code other than 0',
  syntax: '2.x',
  deviate: (run) => (args) => run(optionIn(args, '--region') === null ? [...args, '--region', 'cn-hangzhou'] : args),
} satisfies ProgramDeviation;

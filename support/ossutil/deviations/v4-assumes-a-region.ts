import { optionIn } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-23',
  mistake: 'Signs for cn-hangzhou where no region is given.',
  caughtAs: 'expected the exit code 1, got 0',
  deviate: (run) => (args) =>
    run(
      optionIn(args, '--sign-version') === 'v4' && optionIn(args, '--region') === null
        ? [...args, '--region', 'cn-hangzhou']
        : args,
    ),
} satisfies ProgramDeviation;

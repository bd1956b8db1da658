import { optionIn } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';
import { failed } from '../program.ts';

export default {
  clause: 'CLI-10',
  mistake: 'Compares the method with its lower-case names only.',
  caughtAs: 'expected the exit code 0, got 1',
  deviate: (run) => (args) =>
    /^[a-z]*$/u.test(optionIn(args, '--method') ?? '')
      ? run(args)
      : failed('--method value is not in the optional value:put|get|delete'),
} satisfies ProgramDeviation;

import { optionIn } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';
import { failed } from '../program.ts';

export default {
  clause: 'CLI-12',
  mistake: 'Refuses an algorithm that is not on its own list, as ossutil did before it supported SM4.',
  caughtAs: 'value of option --sse-algorithm must be KMS or AES256',
  deviate: (run) => (args) =>
    /^(?:KMS|AES256|SM4)?$/iu.test(optionIn(args, '--sse-algorithm') ?? '')
      ? run(args)
      : failed('value of option --sse-algorithm must be KMS or AES256'),
} satisfies ProgramDeviation;

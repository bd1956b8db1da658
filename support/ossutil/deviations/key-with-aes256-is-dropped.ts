import { optionIn, withoutOption } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-11',
  mistake: 'Drops a key that AES256 does not use instead of refusing it.',
  caughtAs: 'expected the exit code 1, got 0',
  deviate: (run) => (args) =>
    run(optionIn(args, '--sse-algorithm') === 'AES256' ? withoutOption(args, '--kms-masterkey-id') : args),
} satisfies ProgramDeviation;

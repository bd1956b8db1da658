import { optionIn } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-03',
  mistake: 'Names the default key by its alias where the user names none, so that nobody has to guess.',
  caughtAs: 'KMSMasterKeyID',
  deviate: (run) => (args) =>
    run(
      optionIn(args, '--sse-algorithm') === 'KMS' && optionIn(args, '--kms-masterkey-id') === null
        ? [...args, '--kms-masterkey-id', 'alias/acs/oss']
        : args,
    ),
} satisfies ProgramDeviation;

import { optionIn } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-03',
  mistake: 'Sends the alias of the default key where the user gives none, to be explicit.',
  caughtAs: 'KMSMasterKeyID',
  deviate: (run) => (args) =>
    run(
      optionIn(args, '--sse-algorithm') === 'KMS' && optionIn(args, '--kms-masterkey-id') === null
        ? [...args, '--kms-masterkey-id', 'alias/acs/oss']
        : args,
    ),
} satisfies ProgramDeviation;

import { printing, type ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-08',
  mistake: 'Prints all three elements, whatever the algorithm.',
  caughtAs: 'KMSMasterKeyID',
  deviate: printing((stdout) =>
    stdout.replace(/^(SSEAlgorithm:(?!KMS\n).*\n)/u, '$1KMSMasterKeyID:\nKMSDataEncryption:\n'),
  ),
} satisfies ProgramDeviation;

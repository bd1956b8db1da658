import { withoutOption } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-04',
  mistake: 'Reads --kms-data-encryption and forgets to send it.',
  caughtAs: 'KMSDataEncryption',
  deviate: (run) => (args) => run(withoutOption(args, '--kms-data-encryption')),
} satisfies ProgramDeviation;

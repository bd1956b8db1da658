import { withoutOption } from '../runner/command-words.ts';
import type { ProgramDeviation } from '../program-deviation.ts';

export default {
  clause: 'CLI-04',
  mistake: 'Reads --kms-data-encryption and forgets to send it.',
  caughtAs: 'KMSDataEncryption',
  deviate: (run) => (args) => run(withoutOption(args, '--kms-data-encryption')),
} satisfies ProgramDeviation;

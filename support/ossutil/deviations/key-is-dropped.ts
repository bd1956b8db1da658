import { withoutOption } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-05',
  mistake: 'Reads --kms-masterkey-id and forgets to send it.',
  caughtAs: 'KMSMasterKeyID',
  alsoCaughtBy: {
    'CLI-11': 'a key that is dropped is not refused',
    'CLI-37': 'the body that it looks at has a key',
  },
  deviate: (run) => (args) => run(withoutOption(args, '--kms-masterkey-id')),
} satisfies ProgramDeviation;

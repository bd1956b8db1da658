import { optionIn } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';
import { succeeded } from '../program.ts';

export default {
  clause: 'CLI-01',
  mistake: 'Prints success and never sends the deletion.',
  caughtAs: 'expected no rule, got the rule AES256',
  alsoCaughtBy: {
    'CLI-16': 'nothing refuses what is not sent',
    'CLI-17': 'nothing refuses what is not sent',
    'CLI-38': 'nothing answers what is not sent',
  },
  deviate: (run) => (args) => (optionIn(args, '--method') === 'delete' ? succeeded() : run(args)),
} satisfies ProgramDeviation;

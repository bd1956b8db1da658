import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-31',
  mistake: 'Exits with success without sending the deletion.',
  caughtAs: 'expected no rule, got the rule AES256',
  syntax: '2.x',
  deviate: (run) => (args) =>
    args[1] === 'delete-bucket-encryption' ? { stdout: '', stderr: '', exitCode: 0 } : run(args),
} satisfies ProgramDeviation;

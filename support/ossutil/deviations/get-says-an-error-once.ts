import { printing, type ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-16',
  mistake: 'Prints an error once, whatever the method.',
  caughtAs: 'GetBucketEncryption error,info:',
  deviate: printing((stdout) => stdout.replace(/^GetBucketEncryption error,info:.*\n/u, '')),
} satisfies ProgramDeviation;

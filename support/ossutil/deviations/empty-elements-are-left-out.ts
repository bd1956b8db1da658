import { printing, type ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-07',
  mistake: 'Prints what the rule has, and of what it has not, nothing.',
  caughtAs: 'expected "SSEAlgorithm:KMS',
  deviate: printing((stdout) => stdout.replaceAll(/^KMS\w+:\n/gmu, '')),
} satisfies ProgramDeviation;

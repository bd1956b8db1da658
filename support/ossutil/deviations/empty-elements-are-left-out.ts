import { printing, type ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-07',
  mistake: 'Prints the elements that the rule has, and leaves out the empty ones.',
  caughtAs: 'expected "SSEAlgorithm:KMS',
  deviate: printing((stdout) => stdout.replaceAll(/^KMS\w+:\n/gmu, '')),
} satisfies ProgramDeviation;

import { printing, type ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-17',
  mistake: 'Was written before errors had an EC.',
  caughtAs: 'Ec=0005-00000004',
  deviate: printing((stdout) => stdout.replaceAll(/, Ec=[\w-]+/gu, '')),
} satisfies ProgramDeviation;

import { printing, type ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-30',
  mistake: 'Prints every answer as JSON, for scripts.',
  caughtAs: 'no rule in what it printed',
  syntax: '2.x',
  deviate: printing((stdout) => stdout.replaceAll(/<(\w+)>([^<]+)<\/\1>/gu, '"$1": "$2"').replaceAll(/<[^>]*>/gu, '')),
} satisfies ProgramDeviation;

import { printing, type ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-06',
  mistake: 'Prints that it succeeded, as other programs do.',
  caughtAs: 'done',
  deviate: printing((stdout) => stdout.replace(/^\n(?=\d+\.\d+\(s\) elapsed)/u, 'done\n')),
} satisfies ProgramDeviation;

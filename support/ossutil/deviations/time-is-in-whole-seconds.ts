import { printing, type ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-06',
  mistake: 'Prints the time in whole seconds.',
  caughtAs: 'got "\\n0(s) elapsed',
  alsoCaughtBy: {
    'CLI-05': 'it looks at the last line',
    'CLI-08': 'it looks at the whole output',
    'CLI-24': 'it looks at the last line',
  },
  deviate: printing((stdout) => stdout.replace(/\d\.\d{6}\(s\) elapsed/u, '0(s) elapsed')),
} satisfies ProgramDeviation;

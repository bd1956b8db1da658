import { printing, type ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-21',
  mistake: 'Treats a missing configuration file as an empty one.',
  caughtAs: 'Read config file error',
  deviate: printing((stdout) =>
    stdout.replace(
      /^Error: Read config file error: .*$/mu,
      'Error: invalid endpoint, endpoint is empty, please check your config',
    ),
  ),
} satisfies ProgramDeviation;

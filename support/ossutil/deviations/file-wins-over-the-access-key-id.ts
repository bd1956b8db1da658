import { existsSync } from 'node:fs';
import { optionIn, withoutOption } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-19',
  mistake: 'Reads the configuration file after the options, and overrides them.',
  caughtAs: 'FROMTHELINE',
  deviate: (run) => (args) =>
    run(existsSync(optionIn(args, '-c') ?? '') ? withoutOption(args, '-i', '--access-key-id') : args),
} satisfies ProgramDeviation;

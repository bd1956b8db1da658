import { existsSync } from 'node:fs';
import { optionIn, withoutOption } from '../runner/command-words.ts';
import type { ProgramDeviation } from '../program-deviation.ts';

export default {
  clause: 'CLI-19',
  mistake: 'Reads the configuration file behind the options, over them.',
  caughtAs: 'FROMTHELINE',
  deviate: (run) => (args) =>
    run(existsSync(optionIn(args, '-c') ?? '') ? withoutOption(args, '-i', '--access-key-id') : args),
} satisfies ProgramDeviation;

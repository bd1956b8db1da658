import { existsSync, readFileSync } from 'node:fs';
import { optionIn } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';
import { failed } from '../program.ts';

export default {
  clause: 'CLI-20',
  mistake: 'Knows only one name for each key of the configuration file, the one it writes itself.',
  caughtAs: 'expected the exit code 0, got 1',
  deviate: (run) => (args) =>
    /^(?:HOST|access-id) =/mu.test(textOf(optionIn(args, '-c') ?? ''))
      ? failed('invalid endpoint, endpoint is empty, please check your config')
      : run(args),
} satisfies ProgramDeviation;

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

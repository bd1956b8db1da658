import { existsSync, readFileSync } from 'node:fs';
import { optionIn } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';
import { failed } from '../program.ts';

export default {
  clause: 'CLI-20',
  mistake: 'Reads the [Credentials] section and no other.',
  caughtAs: 'expected the exit code 0, got 1',
  deviate: (run) => (args) =>
    /^\[Bucket-Endpoint\][^]*127\.0\.0\.1:(?!1$)/mu.test(textOf(optionIn(args, '-c') ?? ''))
      ? failed('Put http://127.0.0.1:1: connection refused')
      : run(args),
} satisfies ProgramDeviation;

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

import type { RunFlags } from './run-flags.ts';

/** In the repository the sources run as they are; the package has a program of its own, and no script. */
const run = import.meta.url.endsWith('.ts') ? ['npm', 'start', '--'] : ['oss-conformance', 'run'];

/** The command that runs one clause alone against the same target, to be pasted into a shell. */
export function reproOf(flags: RunFlags, clause: string): string {
  const said: readonly (readonly [flag: string, value: string | undefined])[] = [
    ['--clauses', clause],
    ['--target', flags.target],
    ['--recordings', flags.recordings],
    ['--endpoint', flags.endpoint],
    ['--region', flags.region],
    ['--addressing', flags.addressing],
    ['--signature', flags.signature],
    ['--without', flags.without],
    ['--deviation', flags.deviation],
    ['--ossutil', flags.ossutil],
  ];
  const words = said.flatMap(([flag, value]) => (value === undefined ? [] : [flag, quoted(value)]));
  return [...run, ...words].join(' ');
}

/** A word as a shell takes it for one. */
export function quoted(word: string): string {
  return /^[\w./:,=@%+-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

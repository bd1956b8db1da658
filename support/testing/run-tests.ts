import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { sep } from 'node:path';

/**
 * Folders whose tests share a process: to start one and to load what a test needs takes longer than most tests. They
 * change nothing that belongs to the process, and have no hook for each test outside a suite. A file belongs to the
 * first folder that holds it; one that is in none of them has a process of its own.
 */
const sharing: readonly (readonly string[])[] = [
  ['docs/'],
  // Whole runs of the suite, which is loaded once for them.
  [
    'support/assurance/incompatible-servers/',
    'support/ossutil/',
    'support/reference-store/incompatible-servers/',
    'support/run/',
  ],
  ['support/reference-store/'],
  [
    'support/assurance/expectations/',
    'support/assurance/kill-matrix/',
    'support/assurance/mutation/',
    'support/benchmarks/',
    'support/client/',
    'support/harness/',
    'support/reporting/',
  ],
];

const files = globSync('{docs,steps,support}/**/*.test.ts').map((path) => path.split(sep).join('/'));
/** By the place in `sharing`, and -1 for those that share nothing. */
const groups = Map.groupBy(files, (file) =>
  sharing.findIndex((folders) => folders.some((folder) => file.startsWith(folder))),
);

/** All at once, for a machine with two cores. Arguments such as `--test-name-pattern` go to each. */
const codes = await Promise.all(
  [...groups].map(([group, own]) => test(group === -1 ? '--test-concurrency=2' : '--test-isolation=none', ...own)),
);
process.exitCode = Math.max(...codes);

/** Returns the exit code. */
async function test(...words: readonly string[]): Promise<number> {
  const preload = ['--import', new URL('../cli/compile-cache.ts', import.meta.url).href];
  const given = process.argv.slice(2);
  const runner = spawn(process.execPath, [...preload, '--test', ...given, ...words], { stdio: 'inherit' });
  const [code] = await once(runner, 'exit');
  // A signal has ended it.
  return typeof code === 'number' ? code : 1;
}

import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { RunFlags } from '../run/run-flags.ts';
import { withFeatures, withRunOptions, withTargetOptions } from '../options.ts';

/** `run`: the main job. */
export default function runCommand(): Command {
  return withFeatures(withRunOptions(withTargetOptions(new Command('run'))))
    .description('judge a target and report')
    .argument('[feature...]', 'only these features or folders; FEATURE:LINE is one scenario')
    .option('--shard <i/n>', 'only this share of the scenarios, e.g. 1/3', share)
    .option('--strict', 'a "should" clause fails the run as a "must" clause does')
    .option('--ossutil <path>', 'judge this ossutil program instead of the built-in command', program)
    .option('--write-expected <file>', 'write what failed as "expected" entries of a target file, to review', newFile)
    .option('--recordings <directory>', 'replay these recordings instead of the shipped ones')
    .option('--verbose', 'print every observation')
    .option('--plan', 'print what would be called, created and needed, and send nothing')
    .action(async (paths: readonly string[], flags: RunFlags) => {
      const settled = { ...flags, paths, reports: resolve(flags.reports) };
      if (flags.plan === true) {
        const { printPlan } = await import('../run/plan.ts');
        await printPlan(settled);
        return;
      }
      const { runTarget } = await import('../run/run-target.ts');
      process.exitCode = await runTarget(settled);
    });
}

/** Checked before anything is sent: a missing program says nothing about any store. */
function program(path: string): string {
  const absolute = resolve(path);
  try {
    accessSync(absolute, constants.X_OK);
    if (statSync(absolute).isFile()) return absolute;
  } catch {
    // Reported below.
  }
  throw new InvalidArgumentError('no program that can be run is there.');
}

/** Never overwrites a file that someone may have completed by hand. */
function newFile(path: string): string {
  if (path === '') throw new InvalidArgumentError('give the path of a file.');
  if (existsSync(path)) throw new InvalidArgumentError('the file exists already; give another name.');
  const folder = dirname(resolve(path));
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new InvalidArgumentError('there is no such folder.');
  if (!isWritable(folder)) throw new InvalidArgumentError('nothing can be written into its folder.');
  return resolve(path);
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function share(text: string): string {
  const [part, parts] = (/^(\d{1,4})\/(\d{1,4})$/u.exec(text) ?? []).slice(1).map(Number);
  if (part === undefined || parts === undefined || part < 1 || part > parts)
    throw new InvalidArgumentError('give two whole numbers as in 1/3.');
  return text;
}

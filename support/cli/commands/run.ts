import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { TargetFlags } from '../../harness/target/target-choice.ts';
import { withRunOptions } from '../run-options.ts';
import { withTargetOptions } from '../target-options.ts';

/** The options of `run`, as commander parses them. */
export interface RunFlags extends TargetFlags {
  /** Features, or scenarios of them by line: `features/errors/error-document.feature:37`. */
  readonly features?: readonly string[];
  readonly clauses?: readonly string[];
  readonly tags?: string;
  readonly parallel?: number;
  readonly shard?: string;
  readonly strict?: true;
  /** Absolute. */
  readonly ossutil?: string;
  readonly reports: string;
  /** Where recordings are, or are to be written. */
  readonly recordings?: string;
  /** Whether there is to be an Allure report; as `judgeStarted` thinks fit unless given. */
  readonly allure?: boolean;
  readonly plan?: true;
  readonly deviation?: string;
  readonly verbose?: true;
}

/** `run`: the main job. */
export default function runCommand(): Command {
  return withRunOptions(withTargetOptions(new Command('run')))
    .description('judge a target and report')
    .argument('[feature...]', 'only these features or folders; FEATURE:LINE is one scenario')
    .option('--shard <i/n>', 'only this share of the scenarios, e.g. 1/3', share)
    .option('--strict', 'a "should" clause fails the run as a "must" clause does')
    .option('--ossutil <path>', 'judge this ossutil program instead of the command of our own', program)
    .option('--recordings <directory>', 'replay these recordings instead of those that are shipped')
    .option('--verbose', 'print every observation')
    .option('--plan', 'say what would be called, created and needed, and touch nothing')
    .action(async (features: readonly string[], flags: RunFlags) => {
      const settled = { ...flags, features, reports: resolve(flags.reports) };
      if (flags.plan === true) {
        const { printPlan } = await import('../run/plan.ts');
        await printPlan(settled);
        return;
      }
      const { judgeTarget } = await import('../run/judging.ts');
      process.exitCode = await judgeTarget(settled);
    });
}

/** Looked at before anything is touched: a program that is not there says nothing of any store. */
function program(path: string): string {
  const absolute = resolve(path);
  try {
    accessSync(absolute, constants.X_OK);
    if (statSync(absolute).isFile()) return absolute;
  } catch {
    // Said below.
  }
  throw new InvalidArgumentError('no program that can be run is there.');
}

function share(text: string): string {
  const [part, parts] = (/^(\d{1,4})\/(\d{1,4})$/u.exec(text) ?? []).slice(1).map(Number);
  if (part === undefined || parts === undefined || part < 1 || part > parts)
    throw new InvalidArgumentError('give two whole numbers as in 1/3.');
  return text;
}

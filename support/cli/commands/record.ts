import { resolve } from 'node:path';
import { Command } from 'commander';
import { withRunOptions, withTargetOptions } from '../options.ts';
import type { RunFlags } from '../run/run-flags.ts';

/** `record`: a run whose exchanges are recorded. */
export default function recordCommand(): Command {
  return withRunOptions(withTargetOptions(new Command('record')))
    .description('judge a target, and record its exchanges for "run --target recordings"')
    .option('--recordings <directory>', 'where to write them (default: recordings, or the folder of the shipped ones)')
    .action(async (flags: RunFlags) => {
      const { recordTarget } = await import('../run/recording.ts');
      process.exitCode = await recordTarget({ ...flags, reports: resolve(flags.reports) });
    });
}

import { resolve } from 'node:path';
import { Command } from 'commander';
import { withRunOptions } from '../run-options.ts';
import { withTargetOptions } from '../target-options.ts';
import type { RunFlags } from '../run/run-flags.ts';

/** `record`: a run whose exchanges are written down. */
export default function recordCommand(): Command {
  return withRunOptions(withTargetOptions(new Command('record')))
    .description('judge a target, and write down its exchanges for "run --target recordings"')
    .option(
      '--recordings <directory>',
      'where they are written (default: recordings, or the place of those that are shipped)',
    )
    .action(async (flags: RunFlags) => {
      const { recordTarget } = await import('../run/recording.ts');
      process.exitCode = await recordTarget({ ...flags, reports: resolve(flags.reports) });
    });
}

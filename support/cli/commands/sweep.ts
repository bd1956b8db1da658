import { resolve } from 'node:path';
import { Command } from 'commander';
import type { TargetFlags } from '../../harness/target/target-choice.ts';
import { named, withStoreOptions } from '../options.ts';

interface SweepFlags extends TargetFlags {
  readonly reports: string;
}

/** `sweep`: deletes what a killed run left. */
export default function sweepCommand(): Command {
  return withStoreOptions(new Command('sweep'))
    .description(
      'delete the buckets that killed runs left at a target: those in the ledger of the reports directory, and no others',
    )
    .option('--reports <directory>', 'where the ledger of the runs is', named, 'reports')
    .action(async ({ reports, ...flags }: SweepFlags) => {
      const { sweepTarget } = await import('../sweeping.ts');
      process.exitCode = await sweepTarget(flags, resolve(reports));
    });
}

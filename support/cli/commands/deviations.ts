import { resolve } from 'node:path';
import { Command } from 'commander';
import type { DeviationsFlags } from '../../assurance/kill-matrix/deviation-check.ts';
import { named } from '../options.ts';

/** `deviations`: the kill matrix. */
export default function deviationsCommand(): Command {
  return new Command('deviations')
    .description('run the suite against every deviation of the reference store and check what catches it')
    .option('--only <names>', 'only these deviations, separated by commas', (text) =>
      text.split(',').map((name) => name.trim()),
    )
    .option('--reports <directory>', 'where kill-matrix.json is written', named, 'reports')
    .action(async (flags: DeviationsFlags) => {
      const { checkDeviations } = await import('../../assurance/kill-matrix/deviation-check.ts');
      process.exitCode = await checkDeviations({ ...flags, reports: resolve(flags.reports) });
    });
}

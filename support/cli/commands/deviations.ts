import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { DeviationsFlags } from '../../assurance/kill-matrix/deviation-check.ts';
import { named } from '../options.ts';

/** `deviations`: the kill matrix. */
export default function deviationsCommand(): Command {
  return new Command('deviations')
    .description('run the suite against every deviation of the reference store and check what catches it')
    .option('--only <names>', 'only these deviations, separated by commas', (text) =>
      text.split(',').map((name) => name.trim()),
    )
    .option('--one-in <count>', 'only one deviation in so many, always the same ones', countOf)
    .option('--reports <directory>', 'where kill-matrix.json is written', named, 'reports')
    .action(async (flags: DeviationsFlags) => {
      const { checkDeviations } = await import('../../assurance/kill-matrix/deviation-check.ts');
      process.exitCode = await checkDeviations({ ...flags, reports: resolve(flags.reports) });
    });
}

function countOf(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('it is not a number from 1 on');
  return Number(text);
}

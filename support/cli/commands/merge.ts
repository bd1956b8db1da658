import { join } from 'node:path';
import { Command } from 'commander';
import type { FeatureFolder } from '../../harness/catalogue/feature-folder.ts';
import { withFeatures } from '../options.ts';

interface MergeFlags {
  readonly out: string;
  readonly allure: boolean;
  readonly features?: FeatureFolder;
}

/** `merge`: combines the reports of shards into those of one run, and exits with the code of that run. */
export default function mergeCommand(): Command {
  return withFeatures(new Command('merge'))
    .description('join the shards of one run: results, evidence, page and Allure report')
    .argument('<reports...>', 'the reports folder of each shard, or its results.json')
    .requiredOption('--out <directory>', 'where to write the joint reports')
    .option('--no-allure', 'build no Allure report')
    .action(async (given: string[], { out, allure, features }: MergeFlags) => {
      const { loadCatalogue } = await import('../../harness/catalogue/catalogue.ts');
      const { mergeReports } = await import('../../reporting/merge/merge-files.ts');
      const { verdictLines } = await import('../../reporting/terminal/verdict-lines.ts');
      const { styleFor } = await import('../../reporting/terminal/terminal-style.ts');
      const { exitCode } = await import('../exit-code.ts');
      const { clauses } = await loadCatalogue(features);
      const merged = await mergeReports(given, out, clauses);
      process.stdout.write(`${verdictLines(merged, styleFor(process.stdout, process.env))}\n`);
      process.stdout.write(`\nResults  ${join(out, 'results.json')}\nPage     ${join(out, 'index.html')}\n`);
      if (allure) {
        const { allureFor } = await import('../run/allure.ts');
        const { printAllure } = await import('../run/reports.ts');
        await printAllure(await allureFor(out), merged);
      }
      // A shard cannot know this: the scenarios with the expected deviation may be in another shard.
      process.exitCode = exitCode(merged.verdict);
    });
}

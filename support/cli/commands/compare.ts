import { Command, Option } from 'commander';
import type { FeatureFolder } from '../../harness/catalogue/feature-folder.ts';
import { withFeatures } from '../options.ts';

type Format = 'markdown' | 'html' | 'json';

interface CompareFlags {
  readonly format: Format;
  readonly failOn?: 'regression';
  readonly features?: FeatureFolder;
}

/** `compare`: several targets or versions side by side. */
export default function compareCommand(): Command {
  return withFeatures(new Command('compare'))
    .description('show clause by clause where targets or versions differ, with the exchanges of each')
    .argument('<results...>', 'two or more results.json, each with its evidence folder next to it')
    .addOption(
      new Option('--format <format>', 'how to show it').choices(['markdown', 'html', 'json']).default('markdown'),
    )
    .addOption(
      new Option('--fail-on <event>', 'exit with 1 if a clause is worse in a later file than in the first').choices([
        'regression',
      ]),
    )
    .action(async (paths: string[], { format, failOn, features }: CompareFlags) => {
      const { readSides } = await import('../../reporting/comparison/compare-files.ts');
      const { compare, regressionsIn } = await import('../../reporting/comparison/comparison.ts');
      const sides = await readSides(paths);
      const comparison = compare(sides);
      process.stdout.write(await shown(sides, comparison, format, features));
      const worse = failOn === 'regression' ? regressionsIn(comparison) : [];
      if (worse.length === 0) return;
      process.stderr.write(`worse than in ${paths[0]}: ${worse.join(', ')}\n`);
      process.exitCode = 1;
    });
}

async function shown(
  sides: readonly import('../../reporting/comparison/comparison.ts').Side[],
  comparison: import('../../reporting/comparison/comparison.ts').Comparison,
  format: Format,
  features: FeatureFolder | undefined,
): Promise<string> {
  switch (format) {
    case 'markdown':
      return (await import('../../reporting/comparison/comparison-markdown.ts')).comparisonMarkdown(comparison);
    case 'html': {
      const { page } = await import('../../reporting/page/page.ts');
      const { loadCatalogue } = await import('../../harness/catalogue/catalogue.ts');
      return page({ clauses: (await loadCatalogue(features)).clauses, sides });
    }
    case 'json':
      return `${(await import('../../harness/evidence/printable.ts')).printableJson(comparison)}\n`;
  }
}

import { Command, Option } from 'commander';
import type { FeatureFolder } from '../../harness/catalogue/feature-folder.ts';
import { withFeatures } from '../options.ts';

type Format = 'table' | 'json' | 'markdown' | 'html';

interface ClausesFlags {
  readonly format: Format;
  readonly results: readonly string[];
  readonly features?: FeatureFolder;
}

/** `clauses`: the catalogue joined with its rules, its scenarios and, where given, verdicts. */
export default function clausesCommand(): Command {
  return withFeatures(new Command('clauses'))
    .description('list what the documentation says, the rules that check it, and their verdicts')
    .addOption(
      new Option('--format <format>', 'how to show it').choices(['table', 'json', 'markdown', 'html']).default('table'),
    )
    .option('--results <files...>', 'add the verdicts of these results.json', [])
    .action(async ({ format, results, features }: ClausesFlags) => {
      const { loadCatalogue } = await import('../../harness/catalogue/catalogue.ts');
      const { readDocuments } = await import('../../reporting/comparison/compare-files.ts');
      const { indexClauses, unknownClauses } = await import('../../reporting/catalogue/clause-index.ts');
      const { clauses } = await loadCatalogue(features);
      const sides = await readDocuments(results);
      for (const { label, results: document } of sides) {
        const unknown = unknownClauses(clauses, document);
        if (unknown.length > 0) process.stderr.write(`${label}: judges unknown clauses: ${unknown.join(', ')}\n`);
      }
      if (format === 'html') {
        const { page } = await import('../../reporting/page/page.ts');
        process.stdout.write(page({ clauses, sides }));
        return;
      }
      process.stdout.write(await shown(indexClauses(clauses, sides), format));
    });
}

async function shown(
  index: import('../../reporting/catalogue/clause-index.ts').ClauseIndex,
  format: Exclude<Format, 'html'>,
): Promise<string> {
  const { clauseMarkdown, clauseTable } = await import('../../reporting/catalogue/clause-index.ts');
  switch (format) {
    case 'table':
      return clauseTable(index);
    case 'markdown':
      return clauseMarkdown(index);
    case 'json':
      return `${(await import('../../harness/evidence/printable.ts')).printableJson(index)}\n`;
  }
}

import { Command, Option } from 'commander';

type Format = 'markdown' | 'html' | 'json';

/** `compare`: several targets or versions side by side. */
export default function compareCommand(): Command {
  return new Command('compare')
    .description('show clause by clause where targets or versions differ, with the exchanges of each')
    .argument('<results...>', 'two or more results.json, their evidence folders beside them')
    .addOption(
      new Option('--format <format>', 'how to show it').choices(['markdown', 'html', 'json']).default('markdown'),
    )
    .action(async (paths: string[], { format }: { format: Format }) => {
      const { compareFiles } = await import('../../reporting/comparison/compare-files.ts');
      process.stdout.write(await shown(await compareFiles(paths), format));
    });
}

async function shown(
  comparison: import('../../reporting/comparison/comparison.ts').Comparison,
  format: Format,
): Promise<string> {
  switch (format) {
    case 'markdown':
      return (await import('../../reporting/comparison/comparison-markdown.ts')).comparisonMarkdown(comparison);
    case 'html':
      return (await import('../../reporting/comparison/comparison-html.ts')).comparisonHtml(comparison);
    case 'json':
      return `${(await import('../../harness/evidence/printable.ts')).printableJson(comparison)}\n`;
  }
}

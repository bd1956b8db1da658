import { Command } from 'commander';

/** `merge`: the reports of shards as those of one run; it ends with the exit code of that run. */
export default function mergeCommand(): Command {
  return new Command('merge')
    .description('join the shards of one run: results, evidence and page')
    .argument('<reports...>', 'the reports folder of each shard, or its results.json')
    .requiredOption('--out <directory>', 'where to write the joint reports')
    .action(async (given: string[], { out }: { out: string }) => {
      const { loadCatalogue } = await import('../../harness/catalogue/catalogue.ts');
      const { mergeReports } = await import('../../reporting/merge/merge-files.ts');
      const { verdictLines } = await import('../../reporting/terminal/verdict-lines.ts');
      const { styleFor } = await import('../../reporting/terminal/terminal-style.ts');
      const { exitCode } = await import('../../harness/verdict/verdict.ts');
      const { clauses } = await loadCatalogue();
      const merged = await mergeReports(given, out, clauses);
      process.stdout.write(`${verdictLines(merged, styleFor(process.stdout, process.env))}\n`);
      // A shard cannot tell: a deviation expected of a clause may occur in the scenarios of another shard.
      process.exitCode = exitCode(merged.verdict);
    });
}

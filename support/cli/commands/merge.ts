import { Command } from 'commander';

/** `merge`: shards into one results document; it ends with the exit code of the run that they make up. */
export default function mergeCommand(): Command {
  return new Command('merge')
    .description('join the shards of one run into one results document, their evidence beside it')
    .argument('<results...>', 'the results.json of each shard')
    .requiredOption('--out <file>', 'where to write the joint document')
    .action(async (paths: string[], { out }: { out: string }) => {
      const { mergeFiles } = await import('../../reporting/merge/merge-files.ts');
      const { verdictLines } = await import('../../reporting/terminal/verdict-lines.ts');
      const { styleFor } = await import('../../reporting/terminal/terminal-style.ts');
      const { exitCode } = await import('../../harness/verdict/verdict.ts');
      const merged = await mergeFiles(paths, out);
      process.stdout.write(`${verdictLines(merged, styleFor(process.stdout, process.env))}\n`);
      // A shard cannot tell: what is expected of a clause may lie in the scenarios of another.
      process.exitCode = exitCode(merged.verdict);
    });
}

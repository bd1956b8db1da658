import { Command } from 'commander';

/** `merge`: shards into one results document; it ends with the exit code of the run that they make up. */
export default function mergeCommand(): Command {
  return new Command('merge')
    .description('join the shards of one run into one results document, with their evidence')
    .argument('<results...>', 'the results.json of each shard')
    .requiredOption('--out <file>', 'where to write the joint document')
    .action(async (paths: string[], { out }: { out: string }) => {
      const { mergeFiles } = await import('../../reporting/merge/merge-files.ts');
      const { verdictLine } = await import('../../reporting/terminal/terminal.ts');
      const { styleFor } = await import('../../reporting/terminal/terminal-style.ts');
      const { exitCode } = await import('../../harness/verdict/verdict.ts');
      const merged = await mergeFiles(paths, out);
      process.stdout.write(`${verdictLine(merged, styleFor(process.stdout, process.env))}\n`);
      // A shard cannot know: the scenarios that show an expected deviation may be in another shard.
      process.exitCode = exitCode(merged.verdict);
    });
}

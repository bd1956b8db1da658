import { Command } from 'commander';
import type { TargetFlags } from '../../harness/target/target-choice.ts';
import { withStoreOptions } from '../options.ts';

interface Flags extends TargetFlags {
  readonly as: string;
  readonly header: readonly string[];
  readonly body?: string;
}

/** `request`: one signed request, printed with its string to sign; the tool for reproducing. */
export default function requestCommand(): Command {
  return withStoreOptions(new Command('request'))
    .description('send one signed request, and print it with its string to sign and its answer')
    .argument('<method>', 'e.g. GET')
    .argument('<resource>', 'oss://BUCKET[/KEY][?QUERY]; oss:// alone for the service')
    .option(
      '--as <principal>',
      'anonymous, unknown, or one of the target file: owner, delegate, outsider, reader, …',
      'owner',
    )
    .option('-H, --header <line>', 'a header like "Content-Type: application/xml"; may be repeated', collected, [])
    .option('--body <text>', 'the body, or @FILE to read it from a file')
    .action(async (method: string, url: string, { header, ...flags }: Flags) => {
      const { sendRequest } = await import('../request/requesting.ts');
      process.exitCode = await sendRequest({ method, url, headers: header, ...flags });
    });
}

function collected(line: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, line];
}

// oxlint-disable-next-line import/no-unassigned-import -- it has an effect only
import '../compile-cache.ts';
import { dirname } from 'node:path';
import type { CliEnd } from './cli-process.ts';
import type { CommandLine } from './warm-command-line.ts';

// Loaded afterwards, so that the cache has it.
const { runCommandLine } = await import('../command-line.ts');

/** The process of a `WarmCommandLine`: it runs each command line that it is sent, and answers with its end. */
process.on('message', (line: CommandLine) => void answer(line));

async function answer({ words, environment, directory }: CommandLine): Promise<void> {
  process.chdir(directory);
  // The folder of Node has no Java, so that no test waits for an Allure report.
  process.env = { PATH: dirname(process.execPath), ...environment };
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    process[name].write = (text: string | Uint8Array): boolean => {
      printed[name] += String(text);
      return true;
    };
  await runCommandLine(words);
  process.send?.({ code: Number(process.exitCode ?? 0), ...printed } satisfies CliEnd);
  process.exitCode = undefined;
}

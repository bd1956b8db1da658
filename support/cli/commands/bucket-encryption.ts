import { Command } from 'commander';

/**
 * `bucket-encryption`: the command of ossutil 1.x. It parses its own options, so that its messages are those of
 * ossutil.
 */
export default function bucketEncryptionCommand(): Command {
  return new Command('bucket-encryption')
    .description("set, get or delete a bucket's encryption rule, with ossutil's options and output")
    .argument('[words...]', 'see: bucket-encryption --help')
    .helpOption(false)
    .allowUnknownOption()
    .action(async (_words: unknown, _options: unknown, command: Command) => {
      const { runOssutil } = await import('../../ossutil/v1/ossutil.ts');
      const exitCode = await runOssutil(['bucket-encryption', ...command.args], {
        stdout: process.stdout,
        stderr: process.stderr,
        environment: process.env,
        ca: null,
        directory: process.cwd(),
        clock: () => new Date(),
        interruption: interruption(),
      });
      // Ctrl-C does not wait for a silent store.
      if (exitCode === 130) process.exit(exitCode);
      process.exitCode = exitCode;
    });
}

function interruption(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  return controller.signal;
}

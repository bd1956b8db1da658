import { existsSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { ConfigurationError } from '../harness/target/configuration-error.ts';
import { harnessExitCode, usageExitCode } from './exit-code.ts';
import { endWithNpm } from './npm-parent.ts';
import { EndpointError } from '../client/endpoint.ts';
import { PluginFolder } from '../plugin-folder/plugin-folder.ts';

/** How commands are run in the repository, and in the package. */
const ownCommand = import.meta.url.endsWith('.ts') ? 'npm run -s oss-conformance --' : 'oss-conformance';

/** Each file of `commands/` is a command of that name and exports a function that builds it. */
const commands = new PluginFolder<() => Command>(new URL('commands/', import.meta.url));

const afterHelp = `
"run" alone judges the embedded reference store; "run --endpoint URL --plan" prints what a run would do to a store of yours.
Exit codes: 0 conformant, 1 nonconformant, 2 wrong usage, 3 inconclusive, 4 the harness failed.`;

process.stdout.on('error', outputFailed);
// There is nowhere left to report it.
process.stderr.on('error', () => undefined);
process.on('uncaughtException', endWithFault);

/** Runs one command and loads only its file: a small command must not wait for the large ones. */
export async function runCommandLine(given: readonly string[]): Promise<void> {
  endWithNpm();
  const program = new Command('oss-conformance')
    .description('Judges object stores that speak the Alibaba Cloud OSS API.')
    .version(manifest.version)
    .addHelpText('after', afterHelp)
    .exitOverride()
    .configureOutput({ writeErr: (text) => process.stderr.write(text), outputError });
  const [name = '', topic = ''] = given;
  const known = commands.names();
  for (const command of known.includes(name) ? [name] : known) {
    const build = await commands.load(command);
    program.addCommand(inheriting(build()));
  }
  try {
    // Commander shows its whole help for these.
    if (name === 'help' && /^[^-]/u.test(topic) && ![...known, 'help'].includes(topic))
      program.error(`error: unknown command '${topic}'`);
    if (name === 'run' && isMisplaced(topic, known))
      program.error(`error: '${topic}' is a command, not a feature; run it as ${ownCommand} ${topic}`);
    await program.parseAsync([...given], { from: 'user' });
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}

/** `npm start serve` is `run serve`. */
function isMisplaced(word: string, known: readonly string[]): boolean {
  return known.includes(word) && !existsSync(word);
}

/**
 * A reader that closes the pipe, as in `… | head -1`, wants no more output; the command still finishes, because a run
 * has buckets to remove. Any other write error must not end the process with the exit code of a verdict.
 */
function outputFailed({ code = '' }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE') return;
  process.stderr.write(`standard output cannot be written (${code})\n`);
  process.once('exit', () => {
    process.exitCode = harnessExitCode;
  });
}

/** Node would end the process with 1, which is a verdict. While cucumber plays a step, the error is that of the step. */
function endWithFault(error: unknown): void {
  const isCucumbers = process.listenerCount('uncaughtException') > 1;
  if (!isCucumbers) process.exit(reportFailure(error));
}

/** Usage errors of a command are thrown instead of ending the process with 1. */
function inheriting(command: Command): Command {
  return command.exitOverride().showHelpAfterError(false).configureOutput({ outputError });
}

function outputError(complaint: string, write: (text: string) => void): void {
  write(inOneLine(withoutItsValue(complaint)));
}

/** An unknown option may contain a secret: `--access-key-secret=…`, `-k…`. */
function withoutItsValue(complaint: string): string {
  return complaint.replace(/(unknown option ')(--[^='\s]+|-[^-])[^]*'/u, "$1$2'");
}

/** Commander puts its suggestion on its own line. */
function inOneLine(complaint: string): string {
  return complaint.replaceAll(/\n(?=.)/gu, ' ');
}

/** Prints one line for a user's mistake, or the stack trace for one of ours. Returns the exit code. */
function reportFailure(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageExitCode;
  if (error instanceof ConfigurationError || error instanceof EndpointError) {
    process.stderr.write(`${error.message}\n`);
    return usageExitCode;
  }
  process.stderr.write(
    `the harness failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return harnessExitCode;
}

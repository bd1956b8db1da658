import { rm, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { Unsupported } from '../../harness/verdict/finding.ts';
import { connectionOf, withValues, normalized } from './placeholders.ts';
import type { OssutilProgram, OssutilSyntax, ProgramRun } from '../program.ts';
import type { Target } from '../../harness/target/target.ts';
import { OssutilScenario } from './ossutil-scenario.ts';
import { SessionProgram } from './session-program.ts';
import type { ShownCommand } from '../../harness/evidence/evidence.ts';
import type { OssWorld } from '../../harness/world/world.ts';

/**
 * Runs the session's program with a command line from a feature. Throws Unsupported if the program has the other
 * command line, and Untested if the target cannot be used to judge a program.
 */
export async function runProgram(world: OssWorld, syntax: OssutilSyntax, line: string): Promise<ProgramRun> {
  const session = world.session.resource(SessionProgram);
  const { program } = await session.programUnderTest();
  const spoken = await program.syntax();
  if (spoken !== syntax)
    throw new Unsupported(`the program has the command line of ossutil ${spoken}, not of ${syntax}`);
  if (world.part(OssutilScenario).mockStore === null) await session.requireRightStore();
  return runConnected(
    world,
    syntax,
    wordsOf(line).map((word) => withValues(world, word)),
  );
}

/** Runs the session's program with a configuration file and the options for addressing and signing. */
export async function runConnected(
  world: OssWorld,
  syntax: OssutilSyntax,
  words: readonly string[],
): Promise<ProgramRun> {
  const { program, directory } = await world.session.resource(SessionProgram).programUnderTest();
  const configuration = await writeConfiguration(world, syntax, directory);
  try {
    const options = await connectionOptions(world, syntax, program);
    const given = [...words, '-c', configuration, ...options];
    const run = inItsHome(await program.run(given), directory);
    world.commands.push(shown(world, given.join(' ').replaceAll(directory, '~'), run));
    world.attach(account(world, words, run), { mediaType: 'text/plain', fileName: `ossutil ${syntax}` });
    return run;
  } finally {
    // It contains the owner's secret, and a run may be killed.
    await rm(configuration, { force: true });
  }
}

/** The directory's name differs in every run. */
function inItsHome({ stdout, stderr, exitCode }: ProgramRun, directory: string): ProgramRun {
  return { stdout: stdout.replaceAll(directory, '~'), stderr: stderr.replaceAll(directory, '~'), exitCode };
}

/** Words are separated by spaces; text in single quotes is one word. */
export function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** The options for addressing and signing; a mock store has an IP address, and checks no signature. */
async function connectionOptions(
  world: OssWorld,
  syntax: OssutilSyntax,
  program: OssutilProgram,
): Promise<readonly string[]> {
  const { target } = world;
  const { mockStore } = world.part(OssutilScenario);
  switch (syntax) {
    case '1.x': {
      if (mockStore !== null) return [];
      const style = await pathStyleOptions(target, program);
      return target.signature === 'v4' ? [...style, '--sign-version', 'v4', '--region', target.region] : style;
    }
    case '2.x': {
      // CLI-32: a scenario on a mock store gives the region itself, or leaves it out.
      const region = mockStore === null ? ['--region', target.region] : [];
      return ['--addressing-style', mockStore === null ? target.addressing : 'path', ...region];
    }
  }
}

/** An IP address is always addressed in path style. Throws Unsupported for a program that cannot address the target. */
async function pathStyleOptions({ endpoint, addressing }: Target, program: OssutilProgram): Promise<readonly string[]> {
  const { hostname } = new URL(endpoint);
  if (addressing === 'virtual' || isIP(hostname.replaceAll(/[[\]]/gu, '')) !== 0) return [];
  if (await program.knows('--force-path-style')) return ['--force-path-style'];
  throw new Unsupported(
    'the target is addressed in path style by a host name, and the program has no --force-path-style',
  );
}

async function writeConfiguration(world: OssWorld, syntax: OssutilSyntax, directory: string): Promise<string> {
  const { configuration } = world.part(OssutilScenario);
  if (configuration === 'none') return join(directory, 'no-such-configuration');
  const path = join(directory, 'configuration');
  const text = configuration === null ? usualConfiguration(world, syntax) : withValues(world, configuration.text);
  await writeFile(path, text, { mode: 0o600 });
  return path;
}

/** Sections and keys as each version has them, with the target's timeouts. */
function usualConfiguration(world: OssWorld, syntax: OssutilSyntax): string {
  const { endpoint, credentials } = connectionOf(world);
  const { accessKeyId, accessKeySecret, securityToken } = credentials;
  const { connectMs, answerMs } = world.target.limits;
  const lines = [
    syntax === '1.x' ? '[Credentials]' : '[default]',
    'language=EN',
    `endpoint=${endpoint}`,
    `accessKeyID=${accessKeyId}`,
    `accessKeySecret=${accessKeySecret}`,
    ...(securityToken === undefined ? [] : [`stsToken=${securityToken}`]),
  ];
  if (syntax === '1.x')
    lines.push(
      '[Default]',
      `connectTimeOut=${Math.ceil(connectMs / 1000)}`,
      `readTimeOut=${Math.ceil(answerMs / 1000)}`,
    );
  return `${lines.join('\n')}\n`;
}

/** The run as evidence: the command line and the output, with secrets masked. */
function shown({ redactor }: OssWorld, words: string, { stdout, stderr, exitCode }: ProgramRun): ShownCommand {
  return {
    command: redactor.text(`ossutil ${words}`),
    stdout: redactor.text(stdout),
    stderr: redactor.text(stderr),
    exitCode,
  };
}

/** The command and its result for people, without the parts that differ from run to run. */
function account(world: OssWorld, words: readonly string[], run: ProgramRun): string {
  const parts = [
    world.redactor.text(`$ ossutil ${normalized(world, words.join(' '))}`),
    world.redactor.text(normalized(world, run.stdout)),
    ...(run.stderr === '' ? [] : [`on stderr:\n${world.redactor.text(normalized(world, run.stderr))}`]),
    `exit code ${run.exitCode}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

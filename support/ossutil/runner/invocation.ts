import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Unsupported } from '../../harness/verdict/finding.ts';
import { connectionOf, filledIn, steadied } from './placeholders.ts';
import type { OssutilSyntax, ProgramRun } from './program.ts';
import { OssutilScene } from './scene.ts';
import { SessionProgram } from './session-program.ts';
import type { OssWorld } from '../../harness/world/world.ts';

/**
 * Runs the program of the session with a command line as a feature writes it. Throws Unsupported where the program has
 * the other command line, and Untested where the target is no store to judge a program through.
 */
export async function runProgram(world: OssWorld, syntax: OssutilSyntax, line: string): Promise<ProgramRun> {
  const session = world.session.resource(SessionProgram);
  const { program } = await session.workbench();
  const spoken = await program.syntax();
  if (spoken !== syntax)
    throw new Unsupported(`the program has the command line of ossutil ${spoken}, not of ${syntax}`);
  if (world.part(OssutilScene).mockStore === null) await session.requireFitStore();
  return runConnected(
    world,
    syntax,
    wordsOf(line).map((word) => filledIn(world, word)),
  );
}

/**
 * Runs the program of the session, and gives it what it needs to connect: a configuration file of the scenario's own,
 * and how the target is to be addressed and signed for.
 */
export async function runConnected(
  world: OssWorld,
  syntax: OssutilSyntax,
  words: readonly string[],
): Promise<ProgramRun> {
  const { program, directory } = await world.session.resource(SessionProgram).workbench();
  const configuration = await writeConfiguration(world, syntax, directory);
  try {
    const run = inItsHome(await program.run([...words, '-c', configuration, ...connecting(world, syntax)]), directory);
    world.attach(account(world, words, run), { mediaType: 'text/plain', fileName: `ossutil ${syntax}` });
    return run;
  } finally {
    // It holds the owner's secret, and a run may be killed.
    await rm(configuration, { force: true });
  }
}

/** The directory has another name in every run. */
function inItsHome({ stdout, stderr, exitCode }: ProgramRun, directory: string): ProgramRun {
  return { stdout: stdout.replaceAll(directory, '~'), stderr: stderr.replaceAll(directory, '~'), exitCode };
}

/** Words are separated by blanks; what stands in single quotes is one. */
export function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** What a stand-in does not need: it is an address, and takes any signature. */
function connecting(world: OssWorld, syntax: OssutilSyntax): readonly string[] {
  const { target } = world;
  const { mockStore } = world.part(OssutilScene);
  switch (syntax) {
    case '1.x': {
      if (mockStore !== null) return [];
      const style = target.addressing === 'path' ? ['--force-path-style'] : [];
      return target.signature === 'v4' ? [...style, '--sign-version', 'v4', '--region', target.region] : style;
    }
    case '2.x': {
      // CLI-32: a scenario on a stand-in says the region itself, or leaves it out.
      const region = mockStore === null ? ['--region', target.region] : [];
      return ['--addressing-style', mockStore === null ? target.addressing : 'path', ...region];
    }
  }
}

async function writeConfiguration(world: OssWorld, syntax: OssutilSyntax, directory: string): Promise<string> {
  const { configuration } = world.part(OssutilScene);
  if (configuration === 'none') return join(directory, 'no-such-configuration');
  const path = join(directory, 'configuration');
  const text = configuration === null ? usualConfiguration(world, syntax) : filledIn(world, configuration.text);
  await writeFile(path, text, { mode: 0o600 });
  return path;
}

/** Sections and keys as each of the versions has them; the waits are the target's, so that none outlasts the run. */
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

/** What was run and what came of it, as people may see it. */
function account(world: OssWorld, words: readonly string[], run: ProgramRun): string {
  const parts = [
    world.redactor.text(`$ ossutil ${steadied(world, words.join(' '))}`),
    world.redactor.text(steadied(world, run.stdout)),
    ...(run.stderr === '' ? [] : [`on stderr:\n${world.redactor.text(steadied(world, run.stderr))}`]),
    `exit code ${run.exitCode}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

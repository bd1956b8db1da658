#!/usr/bin/env node
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import manifest from '../package.json' with { type: 'json' };
import { conclude } from '../support/assurance/conclusion.ts';
import { recipe, servePage } from './testing/serve-page.ts';

/**
 * Does what `docs/serve.md` says, as its reader does: installs the package of `npm run build` and two SDKs into an empty
 * folder with npm, starts the store with npx, and runs the recipes. Then ends npx in every way that must end the store.
 */

/** Not in the lock file: npm refuses it there, because some of its optional builds cannot be had. */
const opendal = 'opendal@0.49.1';

const run = promisify(execFile);
const place = await mkdtemp(join(tmpdir(), 'recipes-'));
/** Without the variables that npm sets for its scripts, such as this one. */
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'))),
  PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
};
const keys = { OSS_ACCESS_KEY_ID: 'test', OSS_ACCESS_KEY_SECRET: 'test-secret' };

/** The store as the page starts it, at a free port. */
class NpxStore {
  readonly origin: URL;
  readonly #npx: ChildProcess;

  private constructor(origin: URL, npx: ChildProcess) {
    this.origin = origin;
    this.#npx = npx;
  }

  static async start(project: string): Promise<NpxStore> {
    const [, words = ''] = /^npx (.*--port 9000.*)$/mu.exec(servePage) ?? [];
    const port = String(await freePort());
    const npx = spawn('npx', words.replace('9000', port).split(' '), {
      cwd: project,
      env: { ...environment, ...keys },
      // A process group of its own, as a terminal gives it.
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(npx.stdout, 'data');
    return new NpxStore(new URL(`http://127.0.0.1:${port}`), npx);
  }

  end(signal: NodeJS.Signals): void {
    this.#npx.kill(signal);
  }

  /** Ctrl-C goes to every process of the group. */
  interruptFromTerminal(): void {
    if (this.#npx.pid !== undefined) process.kill(-this.#npx.pid, 'SIGINT');
  }

  /** Whether it no longer answers, after some time. Ends what is left. */
  async hasEnded(): Promise<boolean> {
    for (let tries = 0; tries < 50; tries += 1) {
      if (!(await this.#answers())) return true;
      await pause(100);
    }
    if (this.#npx.pid !== undefined) process.kill(-this.#npx.pid, 'SIGKILL');
    return false;
  }

  #answers(): Promise<boolean> {
    return fetch(new URL('/_/ready', this.origin)).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}

const complaints: string[] = [];
try {
  const project = await installed();
  const store = await NpxStore.start(project);
  for (const file of ['ali-oss.mjs', 'opendal.mjs'])
    if ((await outputOf(project, file, store.origin)) !== 'hello\n') complaints.push(`${file} did not print hello`);
  store.end('SIGTERM');
  if (!(await store.hasEnded())) complaints.push('SIGTERM for npx leaves the store running');
  for (const signal of ['SIGHUP', 'SIGKILL'] as const) {
    const another = await NpxStore.start(project);
    another.end(signal);
    if (!(await another.hasEnded())) complaints.push(`${signal} for npx leaves the store running`);
  }
  const interrupted = await NpxStore.start(project);
  interrupted.interruptFromTerminal();
  if (!(await interrupted.hasEnded())) complaints.push('Ctrl-C leaves the store running');
} finally {
  await rm(place, { recursive: true });
}
conclude('recipes: 2 programs, 4 ways to end npx, ', complaints);

/** A folder with the package and the SDKs. */
async function installed(): Promise<string> {
  const dist = fileURLToPath(new URL('../dist', import.meta.url));
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', place, dist], { env: environment });
  const project = join(place, 'project');
  await mkdir(project);
  const packages = [join(place, stdout.trim()), `ali-oss@${manifest.devDependencies['ali-oss']}`, opendal];
  await run('npm', ['install', '--no-audit', '--no-fund', ...packages], { cwd: project, env: environment });
  return project;
}

async function outputOf(project: string, file: string, store: URL): Promise<string> {
  await writeFile(join(project, file), recipe(file, store));
  // For opendal, whose host names below localhost need not resolve.
  const env = { ...environment, ...keys, HTTP_PROXY: store.origin };
  const { stdout } = await run(process.execPath, [file], { cwd: project, env });
  return stdout;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

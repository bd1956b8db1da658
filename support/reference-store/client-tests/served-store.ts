import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { PrincipalCredentials, PrincipalName } from '../store-principals.ts';

const program = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

const targetName = 'target.yaml';

/** The part of a written target file that a client needs. */
interface WrittenTarget {
  readonly principals: Readonly<Record<PrincipalName, PrincipalCredentials>>;
  readonly sts: { readonly valid: Required<PrincipalCredentials>; readonly expired: Required<PrincipalCredentials> };
  readonly kms: { readonly keyId: string };
}

/** The command `serve` in its own process, as a user starts it, with the target file that it wrote. */
export class ServedStore implements AsyncDisposable {
  readonly endpoint: string;
  readonly region: string;
  readonly target: WrittenTarget;
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(
    said: { endpoint: string; region: string },
    target: WrittenTarget,
    process: ChildProcess,
    folder: string,
  ) {
    this.endpoint = said.endpoint;
    this.region = said.region;
    this.target = target;
    this.#process = process;
    this.#folder = folder;
  }

  /** Takes options of `serve`. */
  static async start(...words: readonly string[]): Promise<ServedStore> {
    const folder = await mkdtemp(join(tmpdir(), 'served-store-'));
    const file = join(folder, targetName);
    const serve = spawn(process.execPath, [program, 'serve', '--write-target', file, ...words], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: serve.stdout })) {
      // Both were written by this very version.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
      const said = JSON.parse(line) as { endpoint: string; region: string };
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
      const target = parse(await readFile(file, 'utf8')) as WrittenTarget;
      return new ServedStore(said, target, serve, folder);
    }
    throw new Error('serve ended before it listened');
  }

  get port(): number {
    return Number(new URL(this.endpoint).port);
  }

  /** The path of the target file that it wrote. */
  get targetFile(): string {
    return join(this.#folder, targetName);
  }

  /** The id of the process, to measure what it uses. */
  get processId(): number {
    if (this.#process.pid === undefined) throw new Error('serve was never started');
    return this.#process.pid;
  }

  /** Ends it as a user does, and waits. Throws where it fails. */
  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGINT');
    const [code] = await ended;
    await rm(this.#folder, { recursive: true, force: true });
    if (code !== 0) throw new Error(`serve ended with ${code}`);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}

import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { Inconclusive } from '../../harness/verdict/finding.ts';
import type { OssutilProgram, OssutilSyntax, ProgramRun } from '../program.ts';

/** The environment variables that a program gets: only those for programs, certificates and proxies. */
const inherited = [
  'PATH',
  'TMPDIR',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'NODE_EXTRA_CA_CERTS',
  'SystemRoot',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
] as const;

export function connectionVariables(): Record<string, string> {
  return Object.fromEntries(
    inherited.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The longest output of the command is a few lines. */
const maxOutputBytes = 1024 * 1024;

/** Any ossutil program, run as a process with a clean environment, within a deadline. */
export class SpawnedOssutil implements OssutilProgram {
  readonly #path: string;
  readonly #home: string;
  readonly #deadlineMs: number;
  readonly #caFile: string | null;
  #syntax: Promise<OssutilSyntax> | null = null;
  #help: Promise<ProgramRun> | null = null;

  /** `path` is absolute; `home` is the program's home and working directory; `caFile` holds the store's certificates. */
  constructor(path: string, home: string, deadlineMs: number, caFile: string | null = null) {
    this.#path = path;
    this.#home = home;
    this.#deadlineMs = deadlineMs;
    this.#caFile = caFile;
  }

  syntax(): Promise<OssutilSyntax> {
    this.#syntax ??= this.#probe();
    return this.#syntax;
  }

  /** Decided by the program's own help, which is read once. */
  async knows(option: string): Promise<boolean> {
    this.#help ??= this.run(['help', 'bucket-encryption']);
    const { stdout, stderr } = await this.#help;
    return `${stdout}\n${stderr}`.includes(option);
  }

  run(args: readonly string[]): Promise<ProgramRun> {
    const child = spawn(this.#path, [...args], {
      cwd: this.#home,
      env: this.#environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own process group, so that its child processes end with it.
      detached: process.platform !== 'win32',
    });
    return new ProcessRun(child, this.#deadlineMs).end;
  }

  /** 1.x prints its version on an option, 2.x on a command. A program with another version number counts as 1.x. */
  async #probe(): Promise<OssutilSyntax> {
    for (const words of [['--version'], ['version']]) {
      const { exitCode, stdout } = await this.run(words);
      const major = /(?<![\d.])(\d+)\.\d/.exec(stdout)?.[1];
      if (exitCode === 0 && major !== undefined) return major === '2' ? '2.x' : '1.x';
    }
    throw new Inconclusive('the program prints no version, so its command line may be that of ossutil 1.x or of 2.x');
  }

  #environment(): NodeJS.ProcessEnv {
    const trust = this.#caFile === null ? {} : { SSL_CERT_FILE: this.#caFile, NODE_EXTRA_CA_CERTS: this.#caFile };
    return { ...connectionVariables(), ...trust, HOME: this.#home, USERPROFILE: this.#home };
  }
}

/** One process, from its start to its end or its deadline. */
class ProcessRun {
  readonly end: Promise<ProgramRun>;
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;

  constructor(child: ChildProcessByStdio<null, Readable, Readable>, deadlineMs: number) {
    this.#child = child;
    this.end = new Promise((resolve, reject) => {
      const fail = (reason: string): void => {
        this.#kill();
        reject(new Inconclusive(reason));
      };
      const deadline = setTimeout(() => fail(`the program did not end within ${deadlineMs / 1000} s`), deadlineMs);
      const tooMuch = (): void => fail(`the program printed more than ${maxOutputBytes} bytes`);
      const stdout = collected(child.stdout, tooMuch);
      const stderr = collected(child.stderr, tooMuch);
      child.once('error', (error) => {
        clearTimeout(deadline);
        fail(`the program cannot be run (${'code' in error ? String(error.code) : error.message})`);
      });
      child.once('close', (code, signal) => {
        clearTimeout(deadline);
        const exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
        resolve({ stdout: stdout(), stderr: stderr(), exitCode });
      });
    });
  }

  #kill(): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
}

/** Collects a stream; returns a function that gives its text. */
function collected(stream: Readable, tooMuch: () => void): () => string {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxOutputBytes) tooMuch();
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

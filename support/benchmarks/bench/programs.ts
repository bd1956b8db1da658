import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inTemporaryFolder } from './temporary-folder.ts';

/** The program behind `npm start` and `oss-conformance`. */
export const commandLine = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

/** A Node program that runs in parallel to this one, and its first line of output. */
export interface RunningProgram {
  readonly firstLine: string;
  readonly processId: number;
  /** Asks it to end, and waits. */
  end(): Promise<void>;
}

export async function startProgram(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningProgram> {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'], env });
  const { pid, stdout } = child;
  if (pid === undefined) throw new Error(`${words.join(' ')} did not start`);
  const ended = once(child, 'exit');
  for await (const firstLine of createInterface({ input: stdout }))
    return {
      firstLine,
      processId: pid,
      end: async () => {
        child.kill('SIGINT');
        await ended;
      },
    };
  throw new Error(`${words.join(' ')} ended before it said anything`);
}

/** What a program used, from its start to its end. */
export interface Ended {
  readonly seconds: number;
  /** The peak resident set, in MB. */
  readonly peakMegabytes: number;
}

const peakProbe = new URL('peak-memory.ts', import.meta.url).href;

/**
 * Runs a Node program to its end, without Java and without its output. Throws unless it exits with one of these codes.
 */
export async function timeProgram(
  words: readonly string[],
  cwd = process.cwd(),
  codes: readonly number[] = [0],
): Promise<Ended> {
  return inTemporaryFolder(async (folder) => {
    const peakFile = join(folder, 'peak');
    const began = performance.now();
    const child = spawn(process.execPath, ['--import', peakProbe, ...words], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...withoutJava(), BENCH_PEAK_FILE: peakFile },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-500)));
    const [code] = await once(child, 'close');
    const seconds = (performance.now() - began) / 1_000;
    if (!codes.includes(code)) throw new Error(`${words.join(' ')} ended with ${code}: ${said}`);
    return { seconds, peakMegabytes: (Number(await readFile(peakFile, 'utf8')) * 1.024) / 1_000 };
  });
}

/** Allure's page is measured separately. */
function withoutJava(): NodeJS.ProcessEnv {
  const { JAVA_HOME: _, ...environment } = process.env;
  return { ...environment, PATH: dirname(process.execPath) };
}

const run = promisify(execFile);

/** The resident set of a process now, in MB. */
export async function memoryOf(processId: number): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(processId)]);
  return (Number(stdout) * 1.024) / 1_000;
}

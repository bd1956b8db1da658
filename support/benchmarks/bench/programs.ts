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
  /** The end of its output. */
  readonly said: string;
}

const peakProbe = new URL('peak-memory.ts', import.meta.url).href;

/** No measured program takes so long; one that hangs must not stop the rows after it. */
const mostMs = 300_000;

/**
 * Runs a Node program to its end, without Java. Throws unless it exits in time with one of these codes.
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
      timeout: mostMs,
      killSignal: 'SIGKILL',
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-mostSaid)));
    const [code, signal] = await once(child, 'close');
    const seconds = (performance.now() - began) / 1_000;
    const program = words.slice(0, 3).join(' ');
    if (signal === 'SIGKILL') throw new Error(`${program} was ended after ${seconds.toFixed(0)} s`);
    if (!codes.includes(code)) throw new Error(`${program} ended with ${code}: ${lastLine(said)}`);
    return { seconds, said, peakMegabytes: (Number(await readFile(peakFile, 'utf8')) * 1.024) / 1_000 };
  });
}

/** Characters of the output. */
const mostSaid = 2_000;

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

/** Allure's page is measured separately. */
function withoutJava(): NodeJS.ProcessEnv {
  const { JAVA_HOME: _, ...environment } = process.env;
  return { ...environment, PATH: dirname(process.execPath) };
}

const run = promisify(execFile);

/** The resident set of a process now, in MB. */
export async function memoryOf(processId: number): Promise<number> {
  // By its path: measured programs have a PATH without Java, so with nothing but Node.
  const { stdout } = await run('/bin/ps', ['-o', 'rss=', '-p', String(processId)]);
  return (Number(stdout) * 1.024) / 1_000;
}

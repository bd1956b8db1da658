import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inFolder } from './scratch-folder.ts';

/** What a program took, from its start to its end. */
export interface Ended {
  readonly seconds: number;
  /** The most that lay in memory at a time, in MB. */
  readonly peakMegabytes: number;
}

const peakProbe = new URL('peak-memory.ts', import.meta.url).href;

/**
 * Runs a program of Node to its end, without Java, and with nothing of its output. Throws where it does not end with 0.
 */
export async function timed(words: readonly string[], cwd = process.cwd()): Promise<Ended> {
  return inFolder(async (folder) => {
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
    if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${said}`);
    return { seconds, peakMegabytes: (Number(await readFile(peakFile, 'utf8')) * 1.024) / 1_000 };
  });
}

/** The page that Java builds is timed apart. */
function withoutJava(): NodeJS.ProcessEnv {
  const { JAVA_HOME: _, ...environment } = process.env;
  return { ...environment, PATH: dirname(process.execPath) };
}

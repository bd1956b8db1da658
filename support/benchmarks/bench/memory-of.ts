import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** MB of a process that lie in memory now. */
export async function memoryOf(processId: number): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(processId)]);
  return (Number(stdout) * 1.024) / 1_000;
}

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KillMatrix } from './kill-matrix.ts';

/** Writes `kill-matrix.json`, including the times, into the reports and returns its path. */
export async function writeKillMatrix(directory: string, { rows, breaches }: KillMatrix): Promise<string> {
  const path = join(directory, 'kill-matrix.json');
  const document = {
    schema: 'oss-conformance/kill-matrix/1',
    deviations: rows.map(({ deviation, caughtBy, collateral, durationMs }) => ({
      ...deviation,
      durationMs: Math.round(durationMs),
      caughtBy,
      collateral,
    })),
    breaches,
  };
  await mkdir(directory, { recursive: true });
  await writeFile(path, `${JSON.stringify(document, null, 2)}\n`);
  return path;
}

/** Brings the tracked page up to date. Returns whether it already was. */
export async function refreshPage(path: string, text: string): Promise<boolean> {
  const before = await readFile(path, 'utf8').catch(() => null);
  if (before === text) return true;
  await writeFile(path, text);
  return false;
}

import { readFile, writeFile } from 'node:fs/promises';
import { conclude } from '../conclusion.ts';
import { page } from './page.ts';
import { cells, type Cell } from './verdict-table.ts';
import { runUnderFault } from './faulted-run.ts';

/** Runs every cell of the verdict table and reports each with another result. `--write` writes the page instead. */

const pagePath = new URL('../../../docs/verdicts-under-faults.md', import.meta.url);
/** Most of a run is waiting. */
const atOneTime = 8;

if (process.argv.includes('--write')) await writeFile(pagePath, page());
else await proveAll();

async function proveAll(): Promise<void> {
  const complaints: string[] = [];
  if ((await readFile(pagePath, 'utf8')) !== page()) complaints.push('the page is not that of the table; use --write');
  const waiting = [...cells];
  const work = async (): Promise<void> => {
    for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift())
      complaints.push(...(await complaintsAbout(cell)));
  };
  await Promise.all(Array.from({ length: atOneTime }, work));
  conclude(`verdicts under faults: ${cells.length} cells, `, complaints);
}

async function complaintsAbout(cell: Cell): Promise<readonly string[]> {
  const { row, span, point, ending: expected } = cell;
  const { ending, reason, alarms } = await runUnderFault(cell);
  const differs = ending === expected ? [] : [`expected ${expected}, got ${ending} (${reason ?? 'no reason'})`];
  return [...differs, ...alarms].map((complaint) => `${row.title}, ${span}, ${point}: ${complaint}`);
}

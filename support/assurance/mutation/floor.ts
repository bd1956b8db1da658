import { readFile, writeFile } from 'node:fs/promises';
import type { MutationScore } from './mutation-score.ts';

/** The shares that were reached once: on the whole set, and on the sample of `npm run proof:mutation`. */
export interface Floors {
  readonly whole: MutationScore;
  readonly sample: MutationScore;
}

const path = new URL('floor.json', import.meta.url);

export async function readFloors(): Promise<Floors> {
  // The file is ours and written below.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return JSON.parse(await readFile(path, 'utf8')) as Floors;
}

export async function writeFloors(floors: Floors): Promise<void> {
  await writeFile(path, `${JSON.stringify(floors, null, 2)}\n`);
}

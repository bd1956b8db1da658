import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Part, Stage } from './withholding-store.ts';

/** What a Then step has to see, of the answers that the scenario judges and of those to what the step asks for itself. */
export type NeededParts = Readonly<Record<Stage, readonly Part[]>>;

/** By the phrase of the step. */
export async function loadNeededParts(): Promise<ReadonlyMap<string, NeededParts>> {
  const text = await readFile(new URL('needed-parts.yaml', import.meta.url), 'utf8');
  // The file is ours, and its test reads it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const groups = parse(text) as readonly Group[];
  return new Map(
    groups.flatMap(({ answer = [], reading = [], steps }) => steps.map((step) => [step, { answer, reading }] as const)),
  );
}

interface Group extends Partial<NeededParts> {
  readonly steps: readonly string[];
}

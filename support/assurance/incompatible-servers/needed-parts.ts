import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Part, Stage } from './withholding-store.ts';

/** What a Then step has to see, by stage. */
export type NeededParts = Readonly<Record<Stage, readonly Part[]>>;

export interface NeededPartsFile {
  /** By the phrase of the step. */
  readonly steps: ReadonlyMap<string, NeededParts>;
  /** The names of scenarios that may be conformant although a part is missing. */
  readonly excused: ReadonlySet<string>;
}

interface Written {
  readonly steps: readonly (Partial<NeededParts> & { readonly steps: readonly string[] })[];
  readonly scenarios: readonly { readonly name: string; readonly why: string }[];
}

export async function loadNeededParts(): Promise<NeededPartsFile> {
  const text = await readFile(new URL('needed-parts.yaml', import.meta.url), 'utf8');
  // The file is ours, and its test reads it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const { steps: groups, scenarios } = parse(text) as Written;
  return {
    steps: new Map(
      groups.flatMap(({ answer = [], reading = [], steps }) =>
        steps.map((step) => [step, { answer, reading }] as const),
      ),
    ),
    excused: new Set(scenarios.map(({ name }) => name)),
  };
}

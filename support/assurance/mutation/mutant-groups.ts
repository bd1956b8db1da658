import type { TriedMutant } from './fate.ts';
import type { Mutant, SourcePosition } from './mutants.ts';

/** How many survivors are tried together. More are more often disturbed by one that is noticed after all. */
export const groupSize = 24;

/**
 * Groups of mutants that can be active at the same time. Neighbours in the code stay together, because the same scenarios
 * reach them; mutants inside each other do not, because only the outer one would take effect.
 */
export function mutantGroups(tried: readonly TriedMutant[]): readonly (readonly TriedMutant[])[] {
  const inOrder = tried.toSorted((one, other) => Number(one.mutant.id) - Number(other.mutant.id));
  const groups: TriedMutant[][] = [];
  for (const one of inOrder) {
    const fitting = groups.find(
      (group) => group.length < groupSize && !group.some(({ mutant }) => overlap(mutant, one.mutant)),
    );
    if (fitting === undefined) groups.push([one]);
    else fitting.push(one);
  }
  return groups;
}

function overlap(one: Mutant, other: Mutant): boolean {
  return one.file === other.file && isBefore(one.start, other.end) && isBefore(other.start, one.end);
}

function isBefore(one: SourcePosition, other: SourcePosition): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}

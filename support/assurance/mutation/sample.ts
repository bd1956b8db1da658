import { createHash } from 'node:crypto';
import type { Mutant } from './mutants.ts';

/** Another seed is another sample. */
const seed = 'oss-conformance 1';

/**
 * Chooses one mutant in so many. A mutant is chosen by what it changes and not by where it is in a list, so that the
 * sample stays the same while code elsewhere changes; one in 8 holds all of one in 40.
 */
export function oneIn(count: number): (mutant: Mutant) => boolean {
  return ({ file, mutator, at, original, replacement }) => {
    const digest = createHash('sha256').update([seed, file, mutator, at, original, replacement].join('\0')).digest();
    return digest.readUInt32BE() % count === 0;
  };
}

/** One in so many is what some minutes are enough for. */
export const proofSample = 40;

import { createHash } from 'node:crypto';
import type { ValueSite } from './value-site.ts';

/** Another seed is another sample. */
const seed = 'oss-conformance 1';

/**
 * Chooses one value in so many. A value is chosen by its clause, scenario, place and text and not by its line, so that
 * the sample stays the same while features elsewhere change.
 */
export function oneIn(count: number): (site: ValueSite) => boolean {
  return ({ clause, scenario, where, value }) => {
    const digest = createHash('sha256').update([seed, clause, scenario, where, value].join('\0')).digest();
    return digest.readUInt32BE() % count === 0;
  };
}

/** One in so many is what about a minute is enough for. */
export const proofSample = 5;

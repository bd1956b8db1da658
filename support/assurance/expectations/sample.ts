import { createHash } from 'node:crypto';
import type { ValueSite } from './value-site.ts';

/** A different seed gives a different sample. */
const seed = 'oss-conformance 1';

/**
 * Chooses one in `count` values. The choice depends on a value's clause, scenario, place and text, not on its line, so
 * that the sample stays the same when other features change.
 */
export function oneIn(count: number): (site: ValueSite) => boolean {
  return ({ clause, scenario, where, value }) => {
    const digest = createHash('sha256').update([seed, clause, scenario, where, value].join('\0')).digest();
    return digest.readUInt32BE() % count === 0;
  };
}

/** The share of values that about a minute is enough for. */
export const proofSample = 5;

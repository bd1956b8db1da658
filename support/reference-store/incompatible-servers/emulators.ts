import { deviateFrom, loadDeviation, type Deviation } from '../deviation.ts';
import { withoutEncryption, withoutRequestIds, type LackingStore } from './lacking-stores.ts';

/**
 * Stores with the faults that published emulators have with objects, as their sources show (facts-objects.md 15): the
 * reference store with several mistakes at once, each of which is a deviation with a clause of its own.
 */
export interface Emulator {
  /** The names of its mistakes. */
  readonly mistakes: readonly string[];
  /** What it is besides: for example, a store without encryption. */
  readonly lacks: readonly LackingStore[];
}

/** The vendor's own emulator: files in folders, signatures never checked. */
export const officialEmulator: Emulator = {
  mistakes: [
    'any-signature-is-accepted',
    'forbid-overwrite-is-ignored',
    'uploads-are-not-compared-with-their-md5',
    'append-positions-are-not-compared',
    'first-byte-alone-is-everything',
    'object-acl-is-always-default',
  ],
  lacks: [withoutEncryption],
};

/** The mock of a table format's tests: a Java server that knows what these tests ask for. */
export const tableFormatMock: Emulator = {
  mistakes: [
    'object-deletions-answer-200',
    'puts-answer-with-a-body',
    'etag-of-a-put-has-no-quotes',
    'missing-objects-are-told-in-other-words',
    'ranges-are-clipped',
  ],
  lacks: [withoutEncryption, withoutRequestIds],
};

/** A gateway in front of a store that speaks S3. */
export const gatewayToS3: Emulator = {
  mistakes: [
    'ranges-are-clipped',
    'ranges-behind-the-object-are-refused',
    'forbid-overwrite-is-ignored',
    'puts-answer-without-crc',
    'unchanged-sources-are-refused',
  ],
  lacks: [withoutEncryption],
};

/** The store that has all of it at once. */
export async function storeLike({ mistakes, lacks }: Emulator): Promise<Pick<Deviation, 'deviate'>> {
  const parts = [...lacks, ...(await Promise.all(mistakes.map(loadDeviation)))];
  return { deviate: (documented) => parts.reduce(deviateFrom, documented) };
}

import { deviateFrom, loadDeviation, type Deviation } from '../deviation.ts';
import { withoutEncryption, withoutRequestIds, type LackingStore } from './lacking-stores.ts';

/**
 * The reference store with several mistakes at once, as published emulators make them. Each mistake is a deviation with
 * its own clause.
 */
export interface MistakenStore {
  /** The names of the deviations. */
  readonly mistakes: readonly string[];
  /** What else it lacks. */
  readonly lacks: readonly LackingStore[];
}

/** Like the OSS mock in the tests of a table format: it supports only what these tests need. */
export const tableFormatMock: MistakenStore = {
  mistakes: [
    'object-deletions-answer-200',
    'puts-answer-with-a-body',
    'etag-of-a-put-has-no-quotes',
    'missing-objects-are-told-in-other-words',
    'ranges-are-clipped',
  ],
  lacks: [withoutEncryption, withoutRequestIds],
};

/** Like a gateway in front of a store that speaks S3. */
export const gatewayToS3: MistakenStore = {
  mistakes: [
    'ranges-are-clipped',
    'ranges-behind-the-object-are-refused',
    'forbid-overwrite-is-ignored',
    'puts-answer-without-crc',
    'unchanged-sources-are-refused',
  ],
  lacks: [withoutEncryption],
};

export async function storeWith({ mistakes, lacks }: MistakenStore): Promise<Pick<Deviation, 'deviate'>> {
  const parts = [...lacks, ...(await Promise.all(mistakes.map(loadDeviation)))];
  return { deviate: (documented) => parts.reduce(deviateFrom, documented) };
}

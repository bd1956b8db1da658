import { deviateFrom, loadDeviation, type Deviation } from '../deviation.ts';
import { withoutEncryption, withoutRequestIds, type LackingStore } from './lacking-stores.ts';

/**
 * The reference store with several mistakes at once, as published emulators make them (facts-objects.md 15). Each mistake
 * is a deviation, which has a clause of its own.
 */
export interface MistakenStore {
  /** The names of the deviations. */
  readonly mistakes: readonly string[];
  /** What it lacks besides. */
  readonly lacks: readonly LackingStore[];
}

/** Like the mock of a table format's tests: a Java server that knows what these tests ask for. */
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

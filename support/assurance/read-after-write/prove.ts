import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conclude } from '../conclusion.ts';
import { laggingStore, type Lag } from './lagging-store.ts';
import { WaitComparison } from './wait-comparison.ts';

/**
 * Judges stores that show a change of a rule late, once with full deadlines and once with waits that are cut. Every
 * verdict and every reason must be the same. All times are a tenth of those of a run: a deadline of half a second, and
 * changes that are shown after the equivalents of 0, 1, 3 and 9 seconds.
 */

const deadlineMs = 500;

const lags: Readonly<Record<string, Lag>> = {
  'at once': { ms: 0, only: null },
  'after a fifth of the deadline': { ms: 100, only: null },
  'after three fifths of the deadline': { ms: 300, only: null },
  'after the deadline': { ms: 900, only: null },
  'late once': { ms: 300, only: 20 },
  'never in time once': { ms: 900, only: 20 },
  // By that change, several full deadlines have passed in vain for the same reason.
  'late once, in a store that forgets other rules': { ms: 300, only: 42, forgets: 'KMS' },
};

/** Each of their scenarios reads a rule after it changed. */
const paths = ['delete-bucket-encryption', 'get-bucket-encryption', 'get-bucket-info'].map(
  (name) => `features/bucket-encryption/${name}.feature`,
);

const directory = await mkdtemp(join(tmpdir(), 'read-after-write-'));
const comparison = new WaitComparison(directory);
const complaints: string[] = [];
const [, , ...only] = process.argv;
const chosen = Object.entries(lags).filter(([when]) => only.length === 0 || only.includes(when));
try {
  for (const [when, lag] of chosen) {
    const store = { name: `a change is shown ${when}`, deviation: laggingStore(lag), signature: 'v4' as const };
    const { scenarios, affected, differences } = await comparison.compareAll({ ...store, deadlineMs, paths });
    process.stdout.write(`${store.name}: ${affected} of ${scenarios} scenarios affected\n`);
    complaints.push(...differences);
  }
} finally {
  await rm(directory, { recursive: true });
}
conclude(`read after write: ${chosen.length} stores, `, complaints);

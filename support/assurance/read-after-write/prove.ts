import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conclude } from '../conclusion.ts';
import { laggingStore, type Lag } from './lagging-store.ts';
import { WaitComparison } from './wait-comparison.ts';

/**
 * Judges stores that show a change of a rule late, once with full deadlines and once with waits that are cut. Every
 * verdict and every reason must be the same. All times are a fifth of those of a run: a deadline of one second, and
 * changes that are shown after the equivalents of 0, 1, 3 and 9 seconds.
 */

const deadlineMs = 1_000;

const lags: Readonly<Record<string, Lag>> = {
  'at once': { ms: 0, only: null },
  'after a fifth of the deadline': { ms: 200, only: null },
  'after three fifths of the deadline': { ms: 600, only: null },
  'after the deadline': { ms: 1_800, only: null },
  'late once': { ms: 600, only: 40 },
  'never in time once': { ms: 1_800, only: 40 },
};

/** Scenarios of other features change no rule after which they read. */
const paths = ['features/bucket-encryption', 'features/object-encryption'];

const directory = await mkdtemp(join(tmpdir(), 'read-after-write-'));
const comparison = new WaitComparison(directory);
const complaints: string[] = [];
const [, , ...only] = process.argv;
const chosen = Object.entries(lags).filter(([when]) => only.length === 0 || only.includes(when));
try {
  for (const [when, lag] of chosen) {
    const store = { name: `a change is shown ${when}`, deviation: laggingStore(lag), signature: 'v4' as const };
    complaints.push(...(await comparison.differences({ ...store, deadlineMs, paths })));
  }
} finally {
  await rm(directory, { recursive: true });
}
conclude(`read after write: ${chosen.length} stores, `, complaints);

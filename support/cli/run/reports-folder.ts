import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compactLedger } from '../../harness/buckets/ledger.ts';
import { RunLock } from '../../run/run-lock.ts';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { prepareAllureResults } from '../../reporting/allure/allure-results.ts';

/**
 * Makes the folder ready for the reports of one run, which nobody else writes to until the lock is released. What an
 * earlier run said of its target goes first: a run that comes to no verdict must not leave another's to be read.
 * Throws a `ConfigurationError` where a run is at work there, or where nothing can be written.
 */
export async function prepareReports(directory: string): Promise<RunLock> {
  let lock: RunLock | null = null;
  try {
    await mkdir(directory, { recursive: true });
    lock = RunLock.take(directory);
    compactLedger(directory);
    for (const name of ['results.json', 'index.html']) await rm(join(directory, name), { force: true });
    await prepareAllureResults(directory);
    return lock;
  } catch (error) {
    lock?.release();
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new ConfigurationError(`--reports ${directory}: nothing can be written there (${String(error.code)})`);
  }
}

import { mkdir } from 'node:fs/promises';
import { compactLedger } from '../../harness/buckets/ledger.ts';
import { RunLock } from '../../run/run-lock.ts';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { removeReportFiles } from '../../reporting/report-files.ts';
import { prepareAllureResults } from '../../reporting/allure/allure-results.ts';

/**
 * Prepares the folder for the reports of one run, and locks it. Removes the verdict of an earlier run first: a run
 * without a verdict must not leave another's behind. Throws ConfigurationError if another run uses the folder, or if it
 * cannot be written.
 */
export async function prepareReports(directory: string): Promise<RunLock> {
  let lock: RunLock | null = null;
  try {
    await mkdir(directory, { recursive: true });
    lock = RunLock.take(directory);
    compactLedger(directory);
    await removeReportFiles(directory);
    await prepareAllureResults(directory);
    return lock;
  } catch (error) {
    lock?.release();
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new ConfigurationError(`--reports ${directory}: nothing can be written there (${String(error.code)})`);
  }
}

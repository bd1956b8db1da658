import { access, constants, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '../harness/target/configuration-error.ts';
import { prepareAllureResults } from './allure-results.ts';

/**
 * Makes the folder ready for the reports of a run. What an earlier run said of its target goes first: a run that comes
 * to no verdict must not leave another's to be read. Throws a `ConfigurationError` where nothing can be written there.
 */
export async function prepareReports(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    await access(directory, constants.W_OK | constants.X_OK);
    await rm(join(directory, 'results.json'), { force: true });
    await prepareAllureResults(directory);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new ConfigurationError(`--reports ${directory}: nothing can be written there (${String(error.code)})`);
  }
}

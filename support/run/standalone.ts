import { tmpdir } from 'node:os';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startReferenceTarget } from './reference-target.ts';
import { openParameters } from './run.ts';
import { loadCatalogue } from '../harness/catalogue/catalogue.ts';
import type { SessionParameters } from '../harness/world/session.ts';
import { chooseTarget } from '../harness/target/target-choice.ts';

/** The parameters of a worker in a plain `cucumber-js` run. */
export interface Standalone {
  readonly parameters: SessionParameters;
  readonly close: () => Promise<void>;
}

/** Starts a reference store of the worker's own. */
export async function openStandalone(): Promise<Standalone> {
  const choice = chooseTarget({}, {});
  if (choice.kind !== 'reference') throw new Error('without flags the target is the reference store');
  const reportsDirectory = await mkdtemp(join(tmpdir(), 'oss-conformance-'));
  const started = await startReferenceTarget(choice);
  const close = async (): Promise<void> => {
    await started.close();
    await rm(reportsDirectory, { recursive: true, force: true });
  };
  try {
    const options = { reportsDirectory, parallel: 0 };
    const parameters = await openParameters(await loadCatalogue(), started.target, options);
    // In a plain cucumber run, nothing plays a scenario again.
    return { parameters: { ...parameters, waits: 'full' }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

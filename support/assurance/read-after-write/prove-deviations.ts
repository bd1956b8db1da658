import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deviationNames, loadDeviation } from '../../reference-store/deviation.ts';
import { startDryRunTarget } from '../../run/reference-target.ts';
import { conclude } from '../conclusion.ts';
import { ScenarioReach } from '../kill-matrix/scenario-reach.ts';
import { WaitComparison } from './wait-comparison.ts';

/**
 * Judges every deviation of the store twice, with full deadlines and with waits that are cut, by the scenarios in which
 * it differs from the correct store. Every verdict and every reason must be the same. It takes longer than the kill
 * matrix, so it runs in shares: `prove-deviations.ts 1/20` judges every twentieth deviation.
 */

/** Long enough for waits that are cut, and for a store that is consistent at once. */
const deadlineMs = 400;

const [, , share = '1/1', ...named] = process.argv;
const [position = 1, shares = 1] = share.split('/').map(Number);
const names = named.length > 0 ? named : deviationNames().filter((_, index) => index % shares === position - 1);
const directory = await mkdtemp(join(tmpdir(), 'read-after-write-'));
const comparison = new WaitComparison(directory);
const complaints: string[] = [];
try {
  const reach = new ScenarioReach();
  const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;
  const dryRun = await startDryRunTarget(style, names, (name) => reach.add(name));
  await comparison.suite.judgeStore(dryRun, null, { listener: reach });
  for (const name of names) {
    const deviation = await loadDeviation(name);
    const paths = (reach.scenarios[name] ?? []).map(({ feature, line }) => `${feature}:${line}`);
    const store = { name, deviation, signature: deviation.setUpBy ?? 'v4', deadlineMs, paths } as const;
    if (paths.length > 0) complaints.push(...(await comparison.differences(store)));
  }
} finally {
  await rm(directory, { recursive: true });
}
conclude(`read after write: ${names.length} deviations (${share}), `, complaints);

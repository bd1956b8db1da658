import { ConfigurationError } from '../harness/target/configuration-error.ts';
import { Inconclusive } from '../harness/verdict/finding.ts';
import { hasLedger, readLedger } from '../harness/buckets/ledger.ts';
import { probe } from '../run/preflight.ts';
import { RunLock } from '../run/run-lock.ts';
import { clientOf } from '../harness/world/session.ts';
import { sweep, type Sweep } from '../harness/buckets/sweep.ts';
import { chooseTarget, type TargetFlags } from '../harness/target/target-choice.ts';
import type { Target } from '../harness/target/target.ts';
import { exitCode } from './exit-code.ts';

/**
 * Sweeps the chosen target and prints the outcome for each bucket. Returns the process exit code: 1 if a bucket is
 * left, 3 if the store cannot be asked. Throws ConfigurationError during a run, because its buckets are in the ledger too.
 */
export async function sweepTarget(flags: TargetFlags, reportsDirectory: string): Promise<number> {
  const target = chosen(flags);
  const entries = readLedger(reportsDirectory);
  if (entries.length === 0) {
    // Without a lock, because there may be no directory. A run that begins now keeps its buckets.
    process.stdout.write(nothingToSweep(reportsDirectory, target.endpoint));
    return 0;
  }
  const lock = RunLock.take(reportsDirectory);
  const client = clientOf(target);
  try {
    // If the store does not answer, waits only once, not for each bucket.
    if (entries.some(({ endpoint }) => endpoint === target.endpoint)) await probe(target);
    const swept = await sweep(target, client, reportsDirectory);
    process.stdout.write(inWords(swept, target.endpoint));
    return swept.left.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Inconclusive)) throw error;
    process.stderr.write(`inconclusive: nothing was swept: ${error.message}\n`);
    return exitCode('inconclusive');
  } finally {
    await client.close();
    lock.release();
  }
}

/** The reference store ends with its run, and its buckets with it. */
function chosen(flags: TargetFlags): Target {
  const choice = chooseTarget(flags, process.env);
  if (choice.kind === 'endpoint') return choice.target;
  throw new ConfigurationError(
    'sweep needs the store that the run judged: give --target FILE or --endpoint URL; the embedded store ends with its run',
  );
}

function nothingToSweep(reportsDirectory: string, endpoint: string): string {
  return hasLedger(reportsDirectory)
    ? inWords({ removed: [], alreadyGone: [], left: [], elsewhere: [] }, endpoint)
    : `no ledger is in ${reportsDirectory}: no run has made buckets from there\n`;
}

function inWords({ removed, alreadyGone, left, elsewhere }: Sweep, endpoint: string): string {
  const lines = [
    ...removed.map((bucket) => `removed       ${bucket}`),
    ...alreadyGone.map((bucket) => `already gone  ${bucket}`),
    ...left.map(({ bucket, why }) => `left          ${bucket}: ${why}`),
    ...elsewhere.map((other) => `elsewhere     ${other} has buckets of runs, too; name it as the target`),
    left.length === 0 ? `nothing is left at ${endpoint}` : `${left.length} left at ${endpoint}; run it again later`,
  ];
  return `${lines.join('\n')}\n`;
}

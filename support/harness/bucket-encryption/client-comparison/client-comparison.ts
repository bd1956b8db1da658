import { BucketRules } from '../bucket-rules.ts';
import type { EncryptionAct, EncryptionClient, ClientReport } from './encryption-client.ts';
import type { OssWorld } from '../../world/world.ts';

/** Performs the acts with one client after another; `setScene` gives the scenario the bucket of the next client. */
export async function everyClient(
  world: OssWorld,
  clients: readonly EncryptionClient[],
  acts: readonly EncryptionAct[],
  setScene: () => Promise<unknown>,
): Promise<readonly ClientReport[]> {
  const reports: ClientReport[] = [];
  for (const client of clients) {
    await setScene();
    reports.push({ name: client.name, outcomes: await outcomesBy(client, acts, world) });
  }
  return reports;
}

async function outcomesBy(
  client: EncryptionClient,
  acts: readonly EncryptionAct[],
  world: OssWorld,
): Promise<readonly string[]> {
  const outcomes: string[] = [];
  for (const act of acts) {
    const outcome = await client.carryOut(act, world.bucket.name);
    if (outcome === 'done') await settle(world, act);
    outcomes.push(outcome);
  }
  return outcomes;
}

/** A write may take a while to become readable (GBE-19), which is not compared. */
async function settle(world: OssWorld, act: EncryptionAct): Promise<void> {
  await world
    .part(BucketRules)
    .settled(world.bucket, (reading) =>
      act.what === 'set'
        ? reading.kind === 'rule' && reading.rule.SSEAlgorithm === act.algorithm
        : reading.kind === 'none',
    );
}

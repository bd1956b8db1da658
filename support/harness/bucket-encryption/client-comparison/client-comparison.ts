import { ossutilPath } from './ossutil-client.ts';
import { rawPath } from './own-client.ts';
import { sdkPath } from './sdk-client.ts';
import type { EncryptionAct, EncryptionClient, ClientReport } from './encryption-client.ts';
import type { OssWorld } from '../../world/world.ts';

/**
 * Goes through the acts by every path there is, one after the other; `setScene` puts the bucket on the scene that the
 * next path is to have. The raw client goes first: it is stopped where the store does not know the sub-resource.
 */
export async function everyClient(
  world: OssWorld,
  acts: readonly EncryptionAct[],
  setScene: () => Promise<unknown>,
): Promise<readonly ClientReport[]> {
  const sdk = await sdkPath(world.target);
  const paths = [rawPath(world), await ossutilPath(world), ...(sdk === null ? [] : [sdk])];
  const reports: ClientReport[] = [];
  for (const path of paths) {
    await setScene();
    reports.push({ name: path.name, outcomes: await outcomesBy(path, acts, world) });
  }
  return reports;
}

async function outcomesBy(
  path: EncryptionClient,
  acts: readonly EncryptionAct[],
  world: OssWorld,
): Promise<readonly string[]> {
  const outcomes: string[] = [];
  for (const act of acts) {
    const outcome = await path.carryOut(act, world.bucket.name);
    if (outcome === 'done') await settle(world, act);
    outcomes.push(outcome);
  }
  return outcomes;
}

/** A write may take a while to become readable (GBE-19); what is compared is not how long. */
async function settle(world: OssWorld, act: EncryptionAct): Promise<void> {
  await world.settledRule(world.bucket, (reading) =>
    act.what === 'set'
      ? reading.kind === 'rule' && reading.rule.SSEAlgorithm === act.algorithm
      : reading.kind === 'none',
  );
}

import { ruleXml } from './encryption-rule.ts';
import { Inconclusive } from '../verdict/finding.ts';
import { deleteBucketEncryption, putBucketEncryption } from '../conversation/requests.ts';
import type { OssWorld } from '../world/world.ts';

/**
 * Sets the rule of the scenario's bucket and waits until it is readable, so that a lag of the store is not taken for
 * its answer. A rule that shows another algorithm is good enough to go on: that is the business of the clause on it.
 */
export async function prepareRule(
  world: OssWorld,
  elements: readonly (readonly [name: string, value: string])[],
): Promise<void> {
  const { bucket } = world;
  await world.prepare('PutBucketEncryption', putBucketEncryption(bucket.name, ruleXml(elements)));
  const algorithm = elements.find(([name]) => name === 'SSEAlgorithm')?.[1];
  bucket.before = await world.settledRule(
    bucket,
    (reading) => reading.kind === 'rule' && reading.rule.SSEAlgorithm === algorithm,
  );
  if (bucket.before.kind === 'none')
    throw new Inconclusive('could not prepare: the rule that was set does not read back');
}

/** Deletes the rule of the scenario's bucket and waits until it reads as gone, or the deadline passes. */
export async function prepareDeletedRule(world: OssWorld): Promise<void> {
  await world.prepare('DeleteBucketEncryption', deleteBucketEncryption(world.bucket.name));
  await world.settledRule(world.bucket, ({ kind }) => kind === 'none');
}

/**
 * Sees to it that the scenario's bucket has no rule. A store that gives every new bucket one, as S3 does, is wrong by
 * GBE-13 and by no other clause.
 */
export async function prepareNoRule(world: OssWorld): Promise<void> {
  const { bucket } = world;
  bucket.before = await world.readRule(bucket);
  if (bucket.before.kind !== 'rule') return;
  await world.prepare('DeleteBucketEncryption', deleteBucketEncryption(bucket.name));
  bucket.before = await world.settledRule(bucket, ({ kind }) => kind === 'none');
  if (bucket.before.kind === 'rule')
    throw new Inconclusive('could not prepare: the rule of a new bucket stays when it is deleted');
}

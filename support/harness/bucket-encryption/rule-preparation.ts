import { readErrorDocument } from '../../client/error-document.ts';
import { describeAnswer } from '../conversation/answer-words.ts';
import { NotPrepared } from '../conversation/conversation.ts';
import { Inconclusive, Untested } from '../verdict/finding.ts';
import { BucketRules } from './bucket-rules.ts';
import { deleteBucketEncryption, putBucketEncryption } from './encryption-requests.ts';
import { ruleXml } from './encryption-rule.ts';
import type { KmsKeys } from '../target/target.ts';
import type { OssWorld } from '../world/world.ts';

type Elements = readonly (readonly [name: string, value: string])[];

/**
 * Sets the rule of the scenario's bucket and waits until it is readable, so that a slow store is not misjudged. A rule
 * with another algorithm is good enough here: the clause on the algorithm judges it.
 */
export async function prepareRule(world: OssWorld, elements: Elements): Promise<void> {
  const { bucket } = world;
  const rules = world.part(BucketRules);
  try {
    await world.prepare('PutBucketEncryption', putBucketEncryption(bucket.name, ruleXml(elements)));
  } catch (error) {
    throw error instanceof NotPrepared ? meaningOfRefusal(error, elements, world.target.kms) : error;
  }
  const algorithm = elements.find(([name]) => name === 'SSEAlgorithm')?.[1];
  const reading = await rules.settled(bucket, (seen) => seen.kind === 'rule' && seen.rule.SSEAlgorithm === algorithm);
  rules.remember(bucket, reading);
  if (reading.kind === 'none') throw new Inconclusive('could not prepare: the rule that was set does not read back');
}

/**
 * What it means for a scenario that its rule was not set. A store may look keys up when a rule is set, which PBE-20
 * judges, and it only knows those of the target: on such a store a rule with another key cannot exist.
 */
export function meaningOfRefusal(refusal: NotPrepared, elements: Elements, known: KmsKeys | null): Error {
  const keyId = elements.find(([name]) => name === 'KMSMasterKeyID')?.[1] ?? '';
  if (keyId === '' || Object.values(known ?? {}).includes(keyId)) return refusal;
  const { answer, foreign } = refusal.reply;
  const refuses = foreign === null && answer.status >= 400 && answer.status < 500;
  if (!refuses || !('error' in readErrorDocument(answer))) return refusal;
  return new Untested(`the store took no rule with a key that the target lacks (PBE-20): ${describeAnswer(answer)}`);
}

/** Deletes the rule of the scenario's bucket and waits until it is gone, or the deadline passes. */
export async function prepareDeletedRule(world: OssWorld): Promise<void> {
  await world.prepare('DeleteBucketEncryption', deleteBucketEncryption(world.bucket.name));
  await world.part(BucketRules).settled(world.bucket, ({ kind }) => kind === 'none');
}

/**
 * Makes sure that the scenario's bucket has no rule. A store that gives every new bucket one, as S3 does, breaks
 * GBE-13 and no other clause.
 */
export async function prepareNoRule(world: OssWorld): Promise<void> {
  const { bucket } = world;
  const rules = world.part(BucketRules);
  const found = await rules.read(bucket);
  rules.remember(bucket, found);
  if (found.kind !== 'rule') return;
  await world.prepare('DeleteBucketEncryption', deleteBucketEncryption(bucket.name));
  const left = await rules.settled(bucket, ({ kind }) => kind === 'none');
  rules.remember(bucket, left);
  if (left.kind === 'rule')
    throw new Inconclusive('could not prepare: the rule of a new bucket stays when it is deleted');
}

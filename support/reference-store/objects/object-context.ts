import type { RulesBehaviour } from '../bucket-encryption/behaviour.ts';
import type { EncryptionRule, RuleProposal } from '../bucket-encryption/encryption-rule.ts';
import type { BucketView } from '../buckets/bucket-record.ts';
import { noSuchBucket } from '../buckets/refusals.ts';
import { Refusal } from '../errors/refusal.ts';
import type { ObjectStorage } from '../storage/object-storage.ts';
import type { CreatingOperation, ObjectsBehaviour } from './behaviour.ts';
import type { DataKeys, UnlockedEncryption } from '../object-encryption/data-keys.ts';

/** The context of the object operations. */
export interface ObjectContext {
  readonly storage: ObjectStorage;
  readonly dataKeys: DataKeys;
  readonly buckets: BucketView;
  readonly clock: () => Date;
  readonly rules: RulesBehaviour;
  readonly objects: ObjectsBehaviour;
}

/** An object's address, whether it exists or not. */
export interface ObjectAddress {
  readonly bucket: string;
  readonly key: string;
}

/** The bucket's rule for new objects. */
export function ruleOf(context: ObjectContext, bucket: string): EncryptionRule | null {
  const record = context.buckets.get(bucket);
  return record === undefined ? null : context.rules.read(record, 'upload', context.buckets);
}

/** Decides how a new object is encrypted and creates its data key; `null` for no encryption. */
export async function beginEncryption(
  context: ObjectContext,
  { bucket, key }: ObjectAddress,
  operation: CreatingOperation,
  requested: RuleProposal,
): Promise<UnlockedEncryption | Refusal | null> {
  if (context.buckets.get(bucket) === undefined) return noSuchBucket(bucket);
  const choice = context.objects.chooseEncryption({ operation, requested, rule: ruleOf(context, bucket) });
  if (choice === null || choice instanceof Refusal) return choice;
  return context.dataKeys.create(choice, bucket, key);
}

/** Now, in whole seconds: the precision of `Last-Modified` and of conditions. */
export function now(context: ObjectContext): number {
  return Math.floor(context.clock().getTime() / 1000) * 1000;
}

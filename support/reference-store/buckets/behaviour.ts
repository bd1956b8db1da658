import type { Principal } from '../authorization/principal.ts';
import type { Refusal } from '../errors/refusal.ts';
import type { BucketChange, BucketRecord, BucketSettings, BucketView } from './bucket-record.ts';
import { checkBucketName } from './bucket-name.ts';
import { bucketAlreadyExists, bucketNotEmpty, redundancyIsFixed, storageClassIsFixed } from './refusals.ts';

/** A valid PutBucket request. */
export interface BucketCreation {
  readonly name: string;
  readonly owner: string;
  readonly now: Date;
  /** As requested; absent if the request does not name it. */
  readonly storageClass?: string;
  readonly dataRedundancyType?: string;
  readonly settings: BucketSettings;
}

export interface BucketsBehaviour {
  readonly name: (bucket: string) => Refusal | null;
  readonly put: (
    creation: BucketCreation,
    existing: BucketRecord | undefined,
    buckets: BucketView,
  ) => readonly BucketChange[] | Refusal;
  readonly remove: (bucket: BucketRecord, isEmpty: boolean, buckets: BucketView) => readonly BucketChange[] | Refusal;
  /** The buckets that ListBuckets shows to a principal. */
  readonly visible: (principal: Principal, buckets: BucketView) => readonly BucketRecord[];
}

export const documentedBuckets: BucketsBehaviour = {
  name: checkBucketName,

  // BKT-11…14. The owner may repeat PutBucket: it changes the settings that it names, and neither class nor redundancy.
  put(creation, existing) {
    if (existing && existing.owner !== creation.owner) return bucketAlreadyExists(creation.name);
    if (existing && creation.storageClass !== undefined && creation.storageClass !== existing.storageClass)
      return storageClassIsFixed(creation.name);
    if (
      existing &&
      creation.dataRedundancyType !== undefined &&
      creation.dataRedundancyType !== existing.dataRedundancyType
    )
      return redundancyIsFixed(creation.name);
    const { name, owner, now, storageClass, dataRedundancyType, settings } = creation;
    const before = existing ?? {
      name,
      owner,
      createdAt: now,
      storageClass: 'Standard',
      dataRedundancyType: 'LRS',
      settings: {}, // GBE-13: unlike S3, a new bucket has no encryption rule
    };
    const record: BucketRecord = {
      ...before,
      storageClass: storageClass ?? before.storageClass,
      dataRedundancyType: dataRedundancyType ?? before.dataRedundancyType,
      settings: { ...before.settings, ...settings },
    };
    return [{ kind: 'save', record }];
  },

  remove(bucket, isEmpty) {
    return isEmpty ? [{ kind: 'remove', name: bucket.name }] : bucketNotEmpty(bucket.name);
  },

  visible(principal, buckets) {
    if (principal.kind === 'anonymous') return [];
    return buckets.list().filter(({ owner }) => owner === principal.accountId);
  },
};

import { bucketAcl } from '../buckets/bucket-acl.ts';
import { bucketOperations } from '../buckets/operations.ts';
import type { Family } from '../family.ts';
import { contentsOf } from '../buckets/bucket-contents.ts';

const buckets: Family = {
  // Every family works on buckets, so their decisions are among the general ones.
  behaviour: {},
  settings: () => [bucketAcl],
  // No rights to create, remove or expose a bucket.
  delegatedActions: ['oss:GetBucketInfo', 'oss:ListBuckets', 'oss:ListObjects'],
  operations: ({ behaviour, buckets: repository, settings, storage, region, clock }) =>
    bucketOperations({
      repository,
      contents: contentsOf(storage),
      region,
      clock,
      buckets: behaviour.buckets,
      listings: behaviour.listings,
      settings,
    }),
};

export default buckets;

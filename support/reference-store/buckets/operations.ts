import { Refusal } from '../errors/refusal.ts';
import type { Principal } from '../authorization/principal.ts';
import { endpointOf } from '../http/addressing.ts';
import { emptyAnswer, xmlAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { BucketCall, BucketOperation, Operation, ServiceCall, ServiceOperation } from '../http/operation.ts';
import { queryValue } from '../http/store-request.ts';
import { writeXmlDocument } from '../xml/writing.ts';
import type { BucketsBehaviour } from './behaviour.ts';
import { writeBucketAcl, writeBucketInfo, writeBucketPage, writeRegions } from './bucket-documents.ts';
import type { BucketChange, BucketRepository } from './bucket-record.ts';
import type { OfferedSetting } from './bucket-setting.ts';
import { listObjectVersions } from './list-object-versions.ts';
import { listObjectsV1, listObjectsV2 } from './list-objects.ts';
import type { ListingContext } from './list-objects.ts';
import { firstPage, readMaxKeys } from './paging.ts';
import { putBucket } from './put-bucket.ts';
import { noSuchBucket } from './refusals.ts';

interface Context extends ListingContext {
  readonly repository: BucketRepository;
  readonly region: string;
  readonly clock: () => Date;
  readonly buckets: BucketsBehaviour;
  /** The settings that take part in PutBucket and GetBucketInfo. */
  readonly settings: readonly OfferedSetting[];
}

export function bucketOperations(context: Context): readonly Operation[] {
  return [
    listBucketsOperation(context),
    describeRegionsOperation(context),
    ...plainOperations(context),
    ...listingOperations(context),
  ];
}

function listBucketsOperation(context: Context): ServiceOperation {
  return {
    name: 'ListBuckets',
    scope: 'service',
    method: 'GET',
    subResource: null,
    action: 'oss:ListBuckets',
    body: 'none',
    run: async (call) => listBuckets(context, call),
  };
}

/** DescribeRegions: this store has one region. */
function describeRegionsOperation({ region }: Context): ServiceOperation {
  return {
    name: 'DescribeRegions',
    scope: 'service',
    method: 'GET',
    subResource: 'regions',
    action: 'oss:DescribeRegions',
    body: 'none',
    async run({ request }) {
      const wanted = queryValue(request.query, 'regions') ?? '';
      const place = { region, endpoint: endpointOf(request) };
      const isHere = wanted === '' || wanted === `oss-${region}`;
      return xmlAnswer(200, writeXmlDocument(writeRegions(isHere ? [place] : [])));
    },
  };
}

const bucketResource = { scope: 'bucket', subResource: null, bucketMustExist: true, body: 'none' } as const;

function plainOperations(context: Context): readonly BucketOperation[] {
  return [
    {
      ...bucketResource,
      name: 'PutBucket',
      method: 'PUT',
      action: 'oss:PutBucket',
      body: 'optional configuration',
      bucketMustExist: false,
      run: (call) => putBucket(context, accountOf(call.principal), call),
    },
    {
      ...bucketResource,
      name: 'DeleteBucket',
      method: 'DELETE',
      action: 'oss:DeleteBucket',
      run: (call) => deleteBucket(context, call),
    },
    {
      ...bucketResource,
      name: 'GetBucketInfo',
      method: 'GET',
      subResource: 'bucketInfo',
      atAnyEndpoint: true, // GBI-01: every endpoint says where a bucket is
      action: 'oss:GetBucketInfo',
      run: async (call) => getBucketInfo(context, call),
    },
    {
      ...bucketResource,
      name: 'GetBucketAcl',
      method: 'GET',
      subResource: 'acl',
      action: 'oss:GetBucketAcl',
      run: async (call) => getBucketAcl(context, call),
    },
  ];
}

function listingOperations(context: Context): readonly BucketOperation[] {
  const listing = { ...bucketResource, method: 'GET', action: 'oss:ListObjects' } as const;
  const ownerOf = (call: BucketCall): string => context.repository.get(call.bucket)?.owner ?? '';
  return [
    {
      ...listing,
      name: 'ListObjects',
      subResource: null,
      run: async (call) => listObjectsV1(context, ownerOf(call), call),
    },
    {
      ...listing,
      name: 'ListObjectsV2',
      subResource: 'list-type',
      run: async (call) => listObjectsV2(context, ownerOf(call), call),
    },
    {
      ...listing,
      name: 'ListObjectVersions',
      subResource: 'versions',
      action: 'oss:ListObjectVersions',
      run: async (call) => listObjectVersions(context, ownerOf(call), call),
    },
  ];
}

/** Authorization refuses anonymous callers here; one that got through would own nothing. */
function accountOf(principal: Principal): string {
  return principal.kind === 'anonymous' ? 'anonymous' : principal.accountId;
}

function listBuckets({ repository, buckets, region }: Context, { request, principal }: ServiceCall): Answer | Refusal {
  const maxKeys = readMaxKeys(request.query);
  if (maxKeys instanceof Refusal) return maxKeys;
  const prefix = queryValue(request.query, 'prefix') ?? '';
  const marker = queryValue(request.query, 'marker') ?? '';
  const matching = buckets
    .visible(principal, repository)
    .filter(({ name }) => name.startsWith(prefix) && name > marker);
  const { entries, isTruncated } = firstPage(matching, maxKeys);
  const page = { principal, prefix, marker, maxKeys, buckets: entries, isTruncated };
  return xmlAnswer(200, writeXmlDocument(writeBucketPage(page, { region, endpoint: endpointOf(request) })));
}

async function deleteBucket({ repository, contents, buckets }: Context, call: BucketCall): Promise<Answer | Refusal> {
  return repository.change((view): { changes: readonly BucketChange[]; outcome: Answer | Refusal } => {
    const bucket = view.get(call.bucket);
    if (!bucket) return { changes: [], outcome: noSuchBucket(call.bucket) };
    const decision = buckets.remove(bucket, contents.isEmpty(call.bucket), view);
    return decision instanceof Refusal
      ? { changes: [], outcome: decision }
      : { changes: decision, outcome: emptyAnswer(204) };
  });
}

function getBucketAcl({ repository }: Context, call: BucketCall): Answer | Refusal {
  const bucket = repository.get(call.bucket);
  return bucket ? xmlAnswer(200, writeXmlDocument(writeBucketAcl(bucket))) : noSuchBucket(call.bucket);
}

function getBucketInfo({ repository, settings, region }: Context, call: BucketCall): Answer | Refusal {
  const bucket = repository.get(call.bucket);
  if (!bucket) return noSuchBucket(call.bucket);
  const set = settings.map(({ inBucketInfo }) => inBucketInfo?.(bucket, repository) ?? null);
  const elements = set.filter((element) => element !== null);
  return xmlAnswer(
    200,
    writeXmlDocument(writeBucketInfo(bucket, { region, endpoint: endpointOf(call.request) }, elements)),
  );
}

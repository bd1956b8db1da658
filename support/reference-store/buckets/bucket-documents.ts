import type { Principal } from '../authorization/principal.ts';
import { isoDate } from '../http/http-date.ts';
import { element } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { describeAcl } from './bucket-acl.ts';
import type { BucketRecord } from './bucket-record.ts';

/** The location of the store in its documents. */
export interface StorePlace {
  readonly region: string;
  readonly endpoint: string;
}

/** The elements that ListBuckets and GetBucketInfo have in common. */
function describe(bucket: BucketRecord, { region, endpoint }: StorePlace): readonly XmlElement[] {
  return [
    element('CreationDate', isoDate(bucket.createdAt)),
    element('ExtranetEndpoint', endpoint),
    element('IntranetEndpoint', endpoint),
    element('Location', `oss-${region}`),
    element('Name', bucket.name),
    element('StorageClass', bucket.storageClass),
  ];
}

export function describeOwner(accountId: string): XmlElement {
  return element('Owner', [element('ID', accountId), element('DisplayName', accountId)]);
}

/** GBI-01; `settings` are the elements of the bucket's settings. */
export function writeBucketInfo(bucket: BucketRecord, place: StorePlace, settings: readonly XmlElement[]): XmlElement {
  return element('BucketInfo', [
    element('Bucket', [
      ...describe(bucket, place),
      ...['AccessMonitor', 'CrossRegionReplication', 'TransferAcceleration'].map((name) => element(name, 'Disabled')),
      element('DataRedundancyType', bucket.dataRedundancyType),
      describeOwner(bucket.owner),
      ...settings,
    ]),
  ]);
}

export function writeBucketAcl(bucket: BucketRecord): XmlElement {
  return element('AccessControlPolicy', [describeOwner(bucket.owner), describeAcl(bucket)]);
}

export interface BucketPage {
  readonly principal: Principal;
  readonly prefix: string;
  readonly marker: string;
  readonly maxKeys: number;
  readonly buckets: readonly BucketRecord[];
  readonly isTruncated: boolean;
}

export function writeBucketPage(page: BucketPage, place: StorePlace): XmlElement {
  const { principal, buckets, isTruncated } = page;
  return element('ListAllMyBucketsResult', [
    ...(isTruncated ? describePage(page) : []),
    ...(principal.kind === 'anonymous' ? [] : [describeOwner(principal.accountId)]),
    element(
      'Buckets',
      buckets.map((bucket) => element('Bucket', [...describe(bucket, place), element('Region', place.region)])),
    ),
  ]);
}

/** LSB-08: only where there are more buckets. */
function describePage({ prefix, marker, maxKeys, buckets }: BucketPage): readonly XmlElement[] {
  return [
    element('Prefix', prefix),
    element('Marker', marker),
    element('MaxKeys', String(maxKeys)),
    element('IsTruncated', 'true'),
    element('NextMarker', buckets.at(-1)?.name ?? ''),
  ];
}

export function writeRegions(places: readonly StorePlace[]): XmlElement {
  return element(
    'RegionInfoList',
    places.map(({ region, endpoint }) =>
      element('RegionInfo', [
        element('Region', `oss-${region}`),
        ...['InternetEndpoint', 'InternalEndpoint', 'AccelerateEndpoint'].map((name) => element(name, endpoint)),
      ]),
    ),
  );
}

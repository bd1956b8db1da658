import { invalidArgument } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';
import { headerValue } from '../http/store-request.ts';
import type { HeaderPair } from '../http/store-request.ts';
import { element } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import type { BucketRecord, BucketSettings } from './bucket-record.ts';
import { BucketSetting } from './bucket-setting.ts';
import type { OfferedSetting } from './bucket-setting.ts';

/** Who may do what with the objects of a bucket that have no ACL of their own. */
const bucketAcls = ['private', 'public-read', 'public-read-write'] as const;
type BucketAcl = (typeof bucketAcls)[number];

const aclSetting = new BucketSetting<BucketAcl>('acl', aclNamed);

/** A bucket is private unless PutBucket says otherwise. */
export function aclOf(bucket: BucketRecord): BucketAcl {
  return aclSetting.of(bucket) ?? 'private';
}

/** The ACL as GetBucketAcl and GetBucketInfo show it. */
export function describeAcl(bucket: BucketRecord): XmlElement {
  return element('AccessControlList', [element('Grant', aclOf(bucket))]);
}

/** `x-oss-acl` of a PutBucket. A repeated PutBucket without it keeps the ACL. */
export const bucketAcl: OfferedSetting = {
  setting: aclSetting,
  fromPutBucket: readAcl,
  inBucketInfo: describeAcl,
};

function readAcl(headers: readonly HeaderPair[]): BucketSettings | Refusal {
  const name = 'x-oss-acl';
  const value = headerValue(headers, name);
  if (value === undefined) return {};
  const acl = aclNamed(value);
  if (acl !== undefined) return aclSetting.set({ settings: {} }, acl).settings;
  return invalidArgument('no such bucket access control exists', { name, value, ec: '0015-00000204' });
}

function aclNamed(value: unknown): BucketAcl | undefined {
  return bucketAcls.find((acl) => acl === value);
}

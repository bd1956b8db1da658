import { Refusal } from '../errors/refusal.ts';
import { emptyAnswer, xmlAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { BucketCall, BucketOperation } from '../http/operation.ts';
import { element } from '../xml/element.ts';
import { writeXmlDocument } from '../xml/writing.ts';
import { describeOwner } from './bucket-documents.ts';
import type { BucketView } from './bucket-record.ts';
import { noSuchBucket } from './refusals.ts';

/**
 * The answers for settings that no family offers: every bucket is private, in the store's region, without a policy or
 * live channels, never versioned. Clients read them before and after other requests, and some delete them.
 */
export function unsetBucketSettingsOperations(buckets: BucketView, region: string): readonly BucketOperation[] {
  const reading = { scope: 'bucket', method: 'GET', bucketMustExist: true, body: 'none' } as const;
  return [
    {
      ...reading,
      name: 'GetBucketAcl',
      subResource: 'acl',
      action: 'oss:GetBucketAcl',
      run: async (call) => getBucketAcl(buckets, call),
    },
    {
      ...reading,
      name: 'GetBucketLocation',
      subResource: 'location',
      action: 'oss:GetBucketLocation',
      run: async () => xmlAnswer(200, writeXmlDocument(element('LocationConstraint', `oss-${region}`))),
    },
    {
      ...reading,
      name: 'GetBucketPolicy',
      subResource: 'policy',
      action: 'oss:GetBucketPolicy',
      run: async () => noSuchBucketPolicy(),
    },
    {
      ...reading,
      name: 'DeleteBucketPolicy',
      method: 'DELETE',
      subResource: 'policy',
      action: 'oss:DeleteBucketPolicy',
      run: async () => emptyAnswer(204),
    },
    {
      ...reading,
      name: 'ListLiveChannel',
      subResource: 'live',
      action: 'oss:ListLiveChannel',
      run: async () => xmlAnswer(200, writeXmlDocument(noLiveChannels)),
    },
    {
      ...reading,
      name: 'GetBucketVersioning',
      subResource: 'versioning',
      action: 'oss:GetBucketVersioning',
      // Where versioning was never switched on, no Status is given.
      run: async () => xmlAnswer(200, writeXmlDocument(element('VersioningConfiguration', ''))),
    },
  ];
}

const noLiveChannels = element('ListLiveChannelResult', [
  element('Prefix', ''),
  element('Marker', ''),
  element('MaxKeys', '100'),
  element('IsTruncated', 'false'),
]);

function getBucketAcl(buckets: BucketView, { bucket: name }: BucketCall): Answer | Refusal {
  const bucket = buckets.get(name);
  if (!bucket) return noSuchBucket(name);
  const document = element('AccessControlPolicy', [
    describeOwner(bucket.owner),
    element('AccessControlList', [element('Grant', 'private')]),
  ]);
  return xmlAnswer(200, writeXmlDocument(document));
}

/** GetBucketPolicy's error table. */
function noSuchBucketPolicy(): Refusal {
  return new Refusal({ status: 404, code: 'NoSuchBucketPolicy', message: 'The bucket policy does not exist.' });
}

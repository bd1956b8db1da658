import { Refusal } from '../errors/refusal.ts';
import { emptyAnswer, xmlAnswer } from '../http/answer.ts';
import type { BucketOperation } from '../http/operation.ts';
import { element } from '../xml/element.ts';
import { writeXmlDocument } from '../xml/writing.ts';

/**
 * The answers for settings that no family offers: every bucket is in the store's region, without a policy or live
 * channels, never versioned. Clients read them before and after other requests, and some delete them.
 */
export function unsetBucketSettingsOperations(region: string): readonly BucketOperation[] {
  const reading = { scope: 'bucket', method: 'GET', bucketMustExist: true, body: 'none' } as const;
  return [
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

/** GetBucketPolicy's error table. */
function noSuchBucketPolicy(): Refusal {
  return new Refusal({ status: 404, code: 'NoSuchBucketPolicy', message: 'The bucket policy does not exist.' });
}

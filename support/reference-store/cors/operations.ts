import type { BucketRecord, BucketRepository } from '../buckets/bucket-record.ts';
import { noSuchBucket } from '../buckets/refusals.ts';
import { Refusal } from '../errors/refusal.ts';
import { emptyAnswer, xmlAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { BucketCall, BucketOperation, Operation } from '../http/operation.ts';
import { readRequestDocument } from '../xml/reading.ts';
import { writeXmlDocument } from '../xml/writing.ts';
import { answerPreflight } from './cors-answers.ts';
import { readCorsRules, writeCorsRules } from './cors-document.ts';
import type { CorsRules } from './cors-rules.ts';
import { corsSetting } from './cors-setting.ts';

export function corsOperations(buckets: BucketRepository): readonly Operation[] {
  return [...rulesOperations(buckets), ...preflightOperations(buckets)];
}

function rulesOperations(buckets: BucketRepository): readonly BucketOperation[] {
  const resource = { scope: 'bucket', subResource: 'cors', bucketMustExist: true } as const;
  return [
    {
      ...resource,
      name: 'PutBucketCors',
      method: 'PUT',
      action: 'oss:PutBucketCors',
      body: 'configuration',
      run: (call) => putBucketCors(buckets, call),
    },
    {
      ...resource,
      name: 'GetBucketCors',
      method: 'GET',
      action: 'oss:GetBucketCors',
      body: 'none',
      run: async (call) => getBucketCors(buckets, call),
    },
    {
      ...resource,
      name: 'DeleteBucketCors',
      method: 'DELETE',
      action: 'oss:DeleteBucketCors',
      body: 'none',
      run: (call) => replaceRules(buckets, call.bucket, null, 204),
    },
  ];
}

/** Browsers do not sign preflights, which may be for the bucket (a form upload, a listing) or for an object. */
function preflightOperations(buckets: BucketRepository): readonly Operation[] {
  const preflight = {
    name: 'OptionObject',
    method: 'OPTIONS',
    subResource: null,
    action: 'oss:GetObject',
    body: 'none',
    authenticatesItself: true,
    run: async ({ bucket, request }: BucketCall) => {
      const record = buckets.get(bucket);
      return record === undefined ? noSuchBucket(bucket) : answerPreflight(request, record);
    },
  } as const;
  return [
    { ...preflight, scope: 'bucket', bucketMustExist: true },
    { ...preflight, scope: 'object' },
  ];
}

async function putBucketCors(buckets: BucketRepository, call: BucketCall): Promise<Answer | Refusal> {
  const document = readRequestDocument(call.body);
  if (document instanceof Refusal) return document;
  const rules = readCorsRules(document);
  return rules instanceof Refusal ? rules : replaceRules(buckets, call.bucket, rules, 200);
}

/** https://www.alibabacloud.com/help/en/oss/user-guide/0034-00000001 */
function getBucketCors(buckets: BucketRepository, { bucket: name }: BucketCall): Answer | Refusal {
  const bucket = buckets.get(name);
  if (bucket === undefined) return noSuchBucket(name);
  const rules = corsSetting.of(bucket);
  if (rules !== null) return xmlAnswer(200, writeXmlDocument(writeCorsRules(rules)));
  return new Refusal({
    status: 404,
    code: 'NoSuchCORSConfiguration',
    message: 'The CORS Configuration does not exist.',
    ec: '0034-00000001',
    details: [['BucketName', name]],
  });
}

function replaceRules(
  buckets: BucketRepository,
  name: string,
  rules: CorsRules | null,
  status: number,
): Promise<Answer | Refusal> {
  return buckets.change<Answer | Refusal>((view) => {
    const bucket: BucketRecord | undefined = view.get(name);
    if (bucket === undefined) return { changes: [], outcome: noSuchBucket(name) };
    return { changes: [{ kind: 'save', record: corsSetting.set(bucket, rules) }], outcome: emptyAnswer(status) };
  });
}

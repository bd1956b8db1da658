import { Refusal } from '../errors/refusal.ts';
import type { BucketRepository } from '../buckets/bucket-record.ts';
import { noSuchBucket } from '../buckets/refusals.ts';
import { emptyAnswer, xmlAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { BucketCall, BucketOperation } from '../http/operation.ts';
import { writeXmlDocument } from '../xml/writing.ts';
import type { EncryptionBehaviour, RulesBehaviour } from './behaviour.ts';
import type { EncryptionRule, RuleProposal } from './encryption-rule.ts';

interface Context {
  readonly buckets: BucketRepository;
  readonly encryption: EncryptionBehaviour;
  readonly rules: RulesBehaviour;
}

export function bucketEncryptionOperations(context: Context): readonly BucketOperation[] {
  const resource = { scope: 'bucket', subResource: 'encryption', bucketMustExist: true } as const;
  return [
    {
      ...resource,
      name: 'PutBucketEncryption',
      method: 'PUT',
      action: 'oss:PutBucketEncryption',
      body: 'configuration',
      run: (call) => putBucketEncryption(context, call),
    },
    {
      ...resource,
      name: 'GetBucketEncryption',
      method: 'GET',
      action: 'oss:GetBucketEncryption',
      body: 'none',
      run: async (call) => getBucketEncryption(context, call),
    },
    {
      ...resource,
      name: 'DeleteBucketEncryption',
      method: 'DELETE',
      action: 'oss:DeleteBucketEncryption',
      body: 'none',
      run: (call) => deleteBucketEncryption(context, call),
    },
  ];
}

async function putBucketEncryption(context: Context, call: BucketCall): Promise<Answer | Refusal> {
  const { proposal, validation } = validate(context.encryption, call);
  return context.buckets.change<Answer | Refusal>((buckets) => {
    const bucket = buckets.get(call.bucket);
    if (!bucket) return { changes: [], outcome: noSuchBucket(call.bucket) };
    return {
      changes: context.rules.write({ bucket, proposal, validation, buckets }),
      outcome: validation instanceof Refusal ? validation : emptyAnswer(200),
    };
  });
}

function validate(
  encryption: EncryptionBehaviour,
  { body, request }: BucketCall,
): { proposal: RuleProposal | null; validation: EncryptionRule | Refusal } {
  const document = encryption.readDocument(body, request.headers);
  if (document instanceof Refusal) return { proposal: null, validation: document };
  const proposal = encryption.readRule(document);
  if (proposal instanceof Refusal) return { proposal: null, validation: proposal };
  return { proposal, validation: encryption.validateRule(proposal) };
}

/** GBE-02: 200, since a 204 as the samples show it could not carry the document. */
function getBucketEncryption({ buckets, encryption, rules }: Context, call: BucketCall): Answer | Refusal {
  const bucket = buckets.get(call.bucket);
  if (!bucket) return noSuchBucket(call.bucket);
  const rule = rules.read(bucket, 'GetBucketEncryption', buckets);
  return rule === null ? encryption.noRule(call.bucket) : xmlAnswer(200, writeXmlDocument(encryption.writeRule(rule)));
}

/** DBE-02; without a rule too, since the error table has no error for that (DBE-06). */
async function deleteBucketEncryption({ buckets, rules }: Context, call: BucketCall): Promise<Answer | Refusal> {
  return buckets.change<Answer | Refusal>((view) => {
    const bucket = view.get(call.bucket);
    if (!bucket) return { changes: [], outcome: noSuchBucket(call.bucket) };
    return { changes: rules.remove(bucket, view), outcome: emptyAnswer(204) };
  });
}

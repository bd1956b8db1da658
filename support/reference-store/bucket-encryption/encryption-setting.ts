import { BucketSetting } from '../buckets/bucket-setting.ts';
import { Refusal, invalidArgument } from '../errors/refusal.ts';
import { headerValue } from '../http/store-request.ts';
import type { HeaderPair } from '../http/store-request.ts';
import type { EncryptionRule, RuleProposal } from './encryption-rule.ts';

/** The encryption rule of a bucket. */
export const encryptionSetting = new BucketSetting<EncryptionRule>('encryption', readStoredRule);

function readStoredRule(stored: unknown): EncryptionRule | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  if (!('algorithm' in stored && 'kmsMasterKeyId' in stored && 'kmsDataEncryption' in stored)) return undefined;
  const { algorithm, kmsMasterKeyId, kmsDataEncryption } = stored;
  if (algorithm !== 'AES256' && algorithm !== 'SM4' && algorithm !== 'KMS') return undefined;
  if (kmsMasterKeyId !== null && typeof kmsMasterKeyId !== 'string') return undefined;
  if (kmsDataEncryption !== null && kmsDataEncryption !== 'SM4') return undefined;
  return { algorithm, kmsMasterKeyId, kmsDataEncryption };
}

/** PBE-22: PutBucket may set the rule, in the headers that otherwise describe an object. `null` for no rule. */
export function readPutBucketRule(
  headers: readonly HeaderPair[],
  validateRule: (proposal: RuleProposal) => EncryptionRule | Refusal,
): EncryptionRule | Refusal | null {
  const proposal: RuleProposal = {
    algorithm: headerValue(headers, 'x-oss-server-side-encryption') ?? null,
    kmsMasterKeyId: headerValue(headers, 'x-oss-server-side-encryption-key-id') ?? null,
    kmsDataEncryption: headerValue(headers, 'x-oss-server-side-data-encryption') ?? null,
  };
  if (proposal.algorithm !== null) return validateRule(proposal);
  if (proposal.kmsMasterKeyId === null && proposal.kmsDataEncryption === null) return null;
  // Details without an algorithm are refused, because the bucket must not be created without encryption.
  return invalidArgument('x-oss-server-side-encryption is missing.', { name: 'x-oss-server-side-encryption' });
}

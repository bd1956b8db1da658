import type { Refusal } from '../errors/refusal.ts';
import { malformedXml } from '../xml/reading.ts';
import type { EncryptionRule, RuleProposal } from './encryption-rule.ts';
import { invalidDataEncryptionAlgorithm, invalidEncryptionAlgorithm, keyIdNotApplicable } from './refusals.ts';

/**
 * Validates the rule of a PutBucketEncryption. What the documentation leaves open is decided so
 * that "encrypted" is never the answer to a request that meant something else:
 * - no SSEAlgorithm at all: it is required (PBE-06), so the document does not validate;
 * - an empty one, or `aes256`: "other than KMS/AES256" (PBE-25), exact to the letter;
 * - SM4 with a key id: as AES256 with a key id (PBE-29).
 * Key ids themselves are not looked up here (PBE-20).
 */
export function validateRule(proposal: RuleProposal): EncryptionRule | Refusal {
  const { algorithm } = proposal;
  if (algorithm === null) return malformedXml();
  if (algorithm !== 'AES256' && algorithm !== 'SM4' && algorithm !== 'KMS') return invalidEncryptionAlgorithm();
  // PBE-08: an empty element is the same as none.
  const kmsMasterKeyId = proposal.kmsMasterKeyId || null;
  const dataEncryption = proposal.kmsDataEncryption || null;
  if (dataEncryption !== null && dataEncryption !== 'SM4') return invalidDataEncryptionAlgorithm();
  if (algorithm === 'KMS') return { algorithm, kmsMasterKeyId, kmsDataEncryption: dataEncryption };
  if (kmsMasterKeyId !== null) return keyIdNotApplicable();
  // PBE-21: with AES256 and SM4 the data encryption is accepted and dropped.
  return { algorithm, kmsMasterKeyId: null, kmsDataEncryption: null };
}

import type { EncryptionRule, RuleProposal } from '../bucket-encryption/encryption-rule.ts';
import { invalidDataEncryptionAlgorithm, invalidEncryptionAlgorithm } from '../bucket-encryption/refusals.ts';
import { invalidArgument } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';

/**
 * How a new object is encrypted, from its request and the bucket's
 * rule; `null` for not at all. The request takes precedence (OBJ-12).
 *
 * Details without `x-oss-server-side-encryption` say nothing, and with AES256
 * and SM4 the data algorithm says nothing (OBJ-16). A key id with AES256 or SM4 is refused, as in a rule (PBE-29): silently ignoring the named key would be worse.
 */
export function chooseEncryption(
  requested: RuleProposal,
  rule: EncryptionRule | null,
): EncryptionRule | Refusal | null {
  const { algorithm, kmsMasterKeyId: keyId, kmsDataEncryption: dataAlgorithm } = requested;
  if (algorithm === null) return rule;
  if (algorithm === 'KMS') return chooseKms(keyId, dataAlgorithm);
  if (algorithm !== 'AES256' && algorithm !== 'SM4') return invalidEncryptionAlgorithm();
  if (keyId !== null) {
    return invalidArgument('x-oss-server-side-encryption-key-id is only valid with KMS.', {
      name: 'x-oss-server-side-encryption-key-id',
      value: keyId,
      ec: '0005-00000204',
    });
  }
  return { algorithm, kmsMasterKeyId: null, kmsDataEncryption: null };
}

function chooseKms(keyId: string | null, dataAlgorithm: string | null): EncryptionRule | Refusal {
  if (dataAlgorithm !== null && dataAlgorithm !== 'SM4') return invalidDataEncryptionAlgorithm();
  // OBJ-31: unlike the element of a rule, the header may not be empty.
  if (keyId === '') {
    return invalidArgument('x-oss-server-side-encryption-key-id must not be empty.', {
      name: 'x-oss-server-side-encryption-key-id',
      value: keyId,
      ec: '0005-00000205',
    });
  }
  return { algorithm: 'KMS', kmsMasterKeyId: keyId, kmsDataEncryption: dataAlgorithm };
}

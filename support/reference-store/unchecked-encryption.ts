import { Refusal } from './errors/refusal.ts';
import type { ObjectsBehaviour } from './objects/behaviour.ts';

/** How a store encrypts that does not make the check behind an error. */
const unchecked = {
  InvalidEncryptionAlgorithmError: { algorithm: 'AES256', kmsMasterKeyId: null, kmsDataEncryption: null },
  InvalidDataEncryptionAlgorithmError: { algorithm: 'KMS', kmsMasterKeyId: null, kmsDataEncryption: null },
} as const;

/** Encrypts where the error should be; in one operation, or in all of them. */
export function encryptUnchecked(
  { chooseEncryption }: ObjectsBehaviour,
  error: keyof typeof unchecked,
  operation?: string,
): Pick<ObjectsBehaviour, 'chooseEncryption'> {
  return {
    chooseEncryption(question) {
      const choice = chooseEncryption(question);
      const isRefused = choice instanceof Refusal && choice.code === error;
      return isRefused && (operation ?? question.operation) === question.operation ? unchecked[error] : choice;
    },
  };
}

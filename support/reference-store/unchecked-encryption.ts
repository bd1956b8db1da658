import { Refusal } from './errors/refusal.ts';
import type { ObjectsBehaviour } from './objects/behaviour.ts';

/** The encryption that a store uses if it does not check for the error. */
const unchecked = {
  InvalidEncryptionAlgorithmError: { algorithm: 'AES256', kmsMasterKeyId: null, kmsDataEncryption: null },
  InvalidDataEncryptionAlgorithmError: { algorithm: 'KMS', kmsMasterKeyId: null, kmsDataEncryption: null },
} as const;

/** Encrypts instead of refusing with the error, in one operation or in all. */
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

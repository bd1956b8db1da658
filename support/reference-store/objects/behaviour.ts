import type { EncryptionRule, RuleProposal } from '../bucket-encryption/encryption-rule.ts';
import type { Refusal } from '../errors/refusal.ts';
import type { EncryptionDescription } from '../storage/stored-records.ts';
import { chooseEncryption } from './encryption/encryption-choice.ts';

/** The operations that decide how an object is encrypted (OBJ-05). */
export type CreatingOperation = 'PutObject' | 'PostObject' | 'CopyObject' | 'AppendObject' | 'InitiateMultipartUpload';

/** A new object's encryption, to be decided. */
export interface EncryptionQuestion {
  readonly operation: CreatingOperation;
  /** What the request's headers say. */
  readonly requested: RuleProposal;
  /** The bucket's rule. */
  readonly rule: EncryptionRule | null;
}

export interface ObjectsBehaviour {
  /** How a new object is encrypted; `null` for not at all. */
  chooseEncryption(question: EncryptionQuestion): EncryptionRule | Refusal | null;
  /** Whether the bytes of an object that counts as encrypted are. */
  encrypts(description: EncryptionDescription): boolean;
}

export const documentedObjects: ObjectsBehaviour = {
  // OBJ-18 leaves open what a rule means for copies. Here it covers every new object,
  // so that nothing lies unencrypted in a bucket whose owner asked for encryption.
  chooseEncryption: ({ requested, rule }) => chooseEncryption(requested, rule),
  encrypts: () => true,
};

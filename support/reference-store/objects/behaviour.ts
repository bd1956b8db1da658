import type { EncryptionRule, RuleProposal } from '../bucket-encryption/encryption-rule.ts';
import type { Refusal } from '../errors/refusal.ts';
import type { Answer } from '../http/answer.ts';
import type { HeaderPair } from '../http/store-request.ts';
import type { EncryptionDescription, ObjectRecord } from '../storage/stored-records.ts';
import { chooseEncryption } from '../object-encryption/encryption-choice.ts';
import { chooseParts } from './chosen-parts.ts';
import { answerDeletion, readDeletion } from './deletion.ts';
import type { DeletedKeys, Deletion, DeletionRequest } from './deletion.ts';
import { authenticateForm } from './form/form-authentication.ts';
import { checkPolicy, readPolicy } from './form/form-policy.ts';
import { boundaryOf } from './form/form-reader.ts';
import { refuseEncryptionHeaders, writeEncryptionHeaders } from './operations/encryption-headers.ts';

/** The operations that decide how an object is encrypted (OBJ-05). */
export type CreatingOperation = 'PutObject' | 'PostObject' | 'CopyObject' | 'AppendObject' | 'InitiateMultipartUpload';

/** The other operations whose answers show how an object is encrypted (OBJ-08). */
export type ReportingOperation =
  | CreatingOperation
  | 'UploadPart'
  | 'UploadPartCopy'
  | 'CompleteMultipartUpload'
  | 'GetObject'
  | 'HeadObject';

/** The question of how to encrypt a new object. */
export interface EncryptionQuestion {
  readonly operation: CreatingOperation;
  /** The encryption in the request's headers. */
  readonly requested: RuleProposal;
  /** The bucket's rule. */
  readonly rule: EncryptionRule | null;
}

/** The question of how to report an object's encryption. */
export interface EncryptionReport {
  readonly operation: ReportingOperation;
  readonly encryption: EncryptionDescription | null;
  /** The bucket's current rule; it does not affect older objects (OBJ-11). */
  readonly rule: EncryptionRule | null;
}

declare module '../behaviour.ts' {
  interface Behaviour {
    readonly objects: ObjectsBehaviour;
  }
}

export interface ObjectsBehaviour {
  /** How a new object is encrypted; `null` for not at all. */
  readonly chooseEncryption: (question: EncryptionQuestion) => EncryptionRule | Refusal | null;
  /** Whether the bytes of an object with this encryption are encrypted. */
  readonly encrypts: (description: EncryptionDescription) => boolean;
  /** The encryption headers of an answer. */
  readonly encryptionHeaders: (report: EncryptionReport) => readonly HeaderPair[];
  /** The refusal of encryption headers by an operation that does not take them; `operation` is its documented name. */
  readonly misplacedEncryption: (operation: string, headers: readonly HeaderPair[]) => Refusal | null;
  /** Whether GetObject and HeadObject refuse an existing object. */
  readonly hides: (record: ObjectRecord, rule: EncryptionRule | null) => Refusal | null;
  /** The parts of which a completed upload consists. */
  readonly chosenParts: typeof chooseParts;
  /** What ends each part of a form, by the Content-Type of the request; `null` for a request that is no form. */
  readonly formBoundary: typeof boundaryOf;
  /** Who signed a form. */
  readonly formPrincipal: typeof authenticateForm;
  /** What the policy of a form says. */
  readonly formPolicy: typeof readPolicy;
  /** Whether the policy of a form allows its fields. */
  readonly formFields: typeof checkPolicy;
  /** The deletion that a DeleteMultipleObjects requests. */
  readonly deletion: (request: DeletionRequest) => Deletion | Refusal;
  /** The answer to it. */
  readonly deletionAnswer: (deletion: Deletion, deleted: DeletedKeys) => Answer;
}

/** OBJ-05; PutBucket takes the headers too, for the bucket's rule (PBE-22). CopyObject is a PutObject until its headers are read. */
const takesEncryption: ReadonlySet<string> = new Set([
  'PutObject',
  'PostObject',
  'AppendObject',
  'InitiateMultipartUpload',
  'PutBucket',
]);

export const documentedObjects: ObjectsBehaviour = {
  // OBJ-18 leaves open what a rule means for copies. Here it covers every new object, so that nothing is unencrypted in
  // a bucket whose owner asked for encryption.
  chooseEncryption: ({ requested, rule }) => chooseEncryption(requested, rule),
  encrypts: () => true,
  encryptionHeaders: ({ encryption }) => writeEncryptionHeaders(encryption),
  misplacedEncryption: (operation, headers) =>
    takesEncryption.has(operation) ? null : refuseEncryptionHeaders(headers),
  hides: () => null,
  chosenParts: chooseParts,
  formBoundary: boundaryOf,
  formPrincipal: authenticateForm,
  formPolicy: readPolicy,
  formFields: checkPolicy,
  deletion: readDeletion,
  deletionAnswer: answerDeletion,
};

/** Why the key management service refused, with the codes that the store returns. */
export type KmsErrorCode =
  | 'AccessDenied'
  | 'AliasNotFound'
  | 'KeyDisabled'
  | 'KeyNotFound'
  | 'KeyPendingDeletion'
  | 'KeyPendingImport';

interface DocumentedError {
  readonly status: number;
  readonly message: string;
}

/** Status and message by code: OBJ-24 (KeyNotFound), OBJ-29 (AccessDenied), OBJ-30 (the rest). */
const documented: Record<KmsErrorCode, DocumentedError> = {
  AccessDenied: { status: 403, message: 'This request is forbidden by kms.' },
  AliasNotFound: { status: 404, message: 'The specified Alias is not found.' },
  KeyDisabled: { status: 409, message: 'The request was rejected because the key state is Disabled.' },
  KeyNotFound: { status: 404, message: 'The specified parameter KMS keyId is not found.' },
  KeyPendingDeletion: { status: 409, message: 'The request was rejected because the key state is PendingDeletion.' },
  KeyPendingImport: { status: 409, message: 'The request was rejected because the key state is PendingImport.' },
};

export class KmsError extends Error {
  override readonly name = 'KmsError';
  readonly code: KmsErrorCode;
  readonly status: number;

  constructor(code: KmsErrorCode) {
    super(documented[code].message);
    this.code = code;
    this.status = documented[code].status;
  }
}

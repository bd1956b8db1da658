/** PBE-06, PBE-07. */
export type SseAlgorithm = 'AES256' | 'SM4' | 'KMS';

/** How a bucket encrypts objects if the request names no encryption. */
export interface EncryptionRule {
  readonly algorithm: SseAlgorithm;
  /** Only with KMS; `null` for the default key the service manages. */
  readonly kmsMasterKeyId: string | null;
  /** Only with KMS; `null` for AES256 (PBE-09). */
  readonly kmsDataEncryption: 'SM4' | null;
}

/** The encryption that a request asks for, not yet validated. `null` for missing values. */
export interface RuleProposal {
  readonly algorithm: string | null;
  readonly kmsMasterKeyId: string | null;
  readonly kmsDataEncryption: string | null;
}

import type { Phrases } from '../support/harness/phrases/phrases.ts';
import type { Row } from './tables.ts';

/** A rule in the words of the features: its elements. */
export type RuleWords = readonly Row[];

/** Rules without a chosen key. */
export const algorithmPhrases: Phrases<RuleWords> = {
  AES256: () => [['SSEAlgorithm', 'AES256']],
  SM4: () => [['SSEAlgorithm', 'SM4']],
  KMS: () => [['SSEAlgorithm', 'KMS']],
  'KMS with SM4 data encryption': () => [
    ['SSEAlgorithm', 'KMS'],
    ['KMSDataEncryption', 'SM4'],
  ],
};

/** The rules that features name in a phrase; any other rule needs a table. */
export const rulePhrases: Phrases<RuleWords> = {
  ...algorithmPhrases,
  "KMS with the target's key": () => [
    ['SSEAlgorithm', 'KMS'],
    ['KMSMasterKeyID', "(the target's key)"],
  ],
  'KMS with the key "…"': (key = '') => [
    ['SSEAlgorithm', 'KMS'],
    ['KMSMasterKeyID', key],
  ],
};

import { Refusal } from '../errors/refusal.ts';
import type { BucketChange, BucketRecord, BucketView } from '../buckets/bucket-record.ts';
import type { HeaderPair } from '../http/store-request.ts';
import type { XmlElement } from '../xml/element.ts';
import type { EncryptionRule, RuleProposal } from './encryption-rule.ts';
import { encryptionSetting } from './encryption-setting.ts';
import { readRequestDocument } from '../xml/reading.ts';
import { noSuchRule } from './refusals.ts';
import { readRule, writeInfoRule, writeRule } from './rule-document.ts';
import { validateRule } from './validation.ts';

declare module '../behaviour.ts' {
  interface Behaviour {
    readonly encryption: EncryptionBehaviour;
    readonly rules: RulesBehaviour;
  }
}

/** The format of requests and answers about the rule. */
export interface EncryptionBehaviour {
  /** The XML of a PutBucketEncryption body. */
  readonly readDocument: (body: Uint8Array, headers: readonly HeaderPair[]) => XmlElement | Refusal;
  /** The requested rule. */
  readonly readRule: (document: XmlElement) => RuleProposal | Refusal;
  readonly validateRule: (proposal: RuleProposal) => EncryptionRule | Refusal;
  /** The document of GetBucketEncryption. */
  readonly writeRule: (rule: EncryptionRule) => XmlElement;
  /** The answer of GetBucketEncryption without a rule. */
  readonly noRule: (bucket: string) => Refusal;
  /** The rule inside the document of GetBucketInfo; `null` leaves it out. */
  readonly writeInfoRule: (rule: EncryptionRule | null) => XmlElement | null;
}

export const documentedEncryption: EncryptionBehaviour = {
  readDocument: (body) => readRequestDocument(body),
  readRule,
  validateRule,
  writeRule,
  noRule: noSuchRule,
  writeInfoRule,
};

/** A PutBucketEncryption, checked. */
export interface RuleAttempt {
  readonly bucket: BucketRecord;
  /** `null` if the body is not a rule document. */
  readonly proposal: RuleProposal | null;
  readonly validation: EncryptionRule | Refusal;
  readonly buckets: BucketView;
}

/** What reads a rule. */
export type RuleReader = 'GetBucketEncryption' | 'GetBucketInfo' | 'upload';

/** How rules are stored. */
export interface RulesBehaviour {
  /** The change made by an attempt; a refused one must change nothing. */
  readonly write: (attempt: RuleAttempt) => readonly BucketChange[];
  readonly remove: (bucket: BucketRecord, buckets: BucketView) => readonly BucketChange[];
  /** The current rule. */
  readonly read: (bucket: BucketRecord, reader: RuleReader, buckets: BucketView) => EncryptionRule | null;
}

export const documentedRules: RulesBehaviour = {
  // PBE-18: the whole rule is replaced, nothing is merged. T12: a refused PUT stores nothing.
  write({ bucket, validation }) {
    return validation instanceof Refusal ? [] : [{ kind: 'save', record: encryptionSetting.set(bucket, validation) }];
  },
  remove(bucket) {
    return [{ kind: 'save', record: encryptionSetting.set(bucket, null) }];
  },
  read(bucket) {
    return encryptionSetting.of(bucket);
  },
};

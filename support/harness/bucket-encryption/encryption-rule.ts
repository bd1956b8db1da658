import { readErrorDocument } from '../../client/error-document.ts';
import type { Answer } from '../../client/exchange.ts';
import { childrenOf, textAt, type XmlElement } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';
import { describeAnswer } from '../conversation/answer-words.ts';

/** The elements of an encryption rule, as the documentation names them. */
export const ruleElements = ['SSEAlgorithm', 'KMSMasterKeyID', 'KMSDataEncryption'] as const;
export type RuleElement = (typeof ruleElements)[number];

/** The values of a rule; `null` if an element is absent or empty, which mean the same (GBE-06). */
export type EncryptionRule = Readonly<Record<RuleElement, string | null>>;

/** The rule as read from a bucket. */
export type RuleReading =
  | { readonly kind: 'rule'; readonly rule: EncryptionRule }
  | { readonly kind: 'none' }
  /** The answer shows neither: the words describe it. */
  | { readonly kind: 'unreadable'; readonly words: string };

/**
 * Codes that mean "no rule", the documented one first; S3's code is accepted so that only the clause on the code fails.
 */
const noRuleCodes: ReadonlySet<string> = new Set([
  'NoSuchServerSideEncryptionRule',
  'NoSuchServerSideEncryptionConfiguration',
  'ServerSideEncryptionConfigurationNotFoundError',
]);

/**
 * Reads an answer to GetBucketEncryption leniently in shape and status: a store with one mistake in this answer fails
 * the clause on that mistake and no other.
 */
export function readRule(answer: Answer): RuleReading {
  const error = readErrorDocument(answer);
  if ('error' in error && noRuleCodes.has(error.error.code)) return { kind: 'none' };
  const xml = readXml(answer.body);
  const holder = 'root' in xml && answer.status < 300 ? holderOfAlgorithm(xml.root) : null;
  if (holder === null) return { kind: 'unreadable', words: describeAnswer(answer) };
  return { kind: 'rule', rule: ruleIn(holder) };
}

/** The rule in an element's children. */
export function ruleIn(holder: XmlElement): EncryptionRule {
  return {
    SSEAlgorithm: textAt(holder, 'SSEAlgorithm') || null,
    KMSMasterKeyID: textAt(holder, 'KMSMasterKeyID') || null,
    KMSDataEncryption: textAt(holder, 'KMSDataEncryption') || null,
  };
}

/** `AES256`, `KMS with the key …`, for reasons and observations. */
export function describeRule(rule: EncryptionRule): string {
  const key = rule.KMSMasterKeyID === null ? '' : ` with the key ${rule.KMSMasterKeyID}`;
  const cipher = rule.KMSDataEncryption === null ? '' : ` with ${rule.KMSDataEncryption} data encryption`;
  return `${rule.SSEAlgorithm ?? 'no algorithm'}${key}${cipher}`;
}

export function describeReading(reading: RuleReading): string {
  switch (reading.kind) {
    case 'rule':
      return `the rule ${describeRule(reading.rule)}`;
    case 'none':
      return 'no rule';
    case 'unreadable':
      return reading.words;
  }
}

export function sameReading(one: RuleReading, other: RuleReading): boolean {
  return describeReading(one) === describeReading(other) && one.kind === other.kind;
}

/** The body of a PutBucketEncryption with these elements, in this order; the empty string makes an empty element. */
export function ruleXml(elements: readonly (readonly [name: string, value: string])[]): string {
  const inner = elements.map(([name, value]) => `<${name}>${escapeText(value)}</${name}>`).join('');
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    `<ServerSideEncryptionRule><ApplyServerSideEncryptionByDefault>${inner}</ApplyServerSideEncryptionByDefault></ServerSideEncryptionRule>`
  );
}

function holderOfAlgorithm(element: XmlElement): XmlElement | null {
  if (childrenOf(element, 'SSEAlgorithm').length > 0) return element;
  for (const child of element.children) {
    const holder = holderOfAlgorithm(child);
    if (holder !== null) return holder;
  }
  return null;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

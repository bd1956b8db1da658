import type { Refusal } from '../errors/refusal.ts';
import { childrenNamed, element } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { malformedXml } from '../xml/reading.ts';
import type { EncryptionRule, RuleProposal } from './encryption-rule.ts';

/** Old documentation samples put this on documents of other operations (ENV-05). */
const documentedNamespace = 'http://doc.oss-cn-hangzhou.aliyuncs.com';

const settings = ['SSEAlgorithm', 'KMSDataEncryption', 'KMSMasterKeyID'];

/**
 * PBE-03…05, PBE-11: the elements in any order, each at most once.
 *
 * The documentation is silent on unknown and on repeated elements (PBE-37).
 * They are refused, because an unclear or contradictory instruction about encryption must not be answered with 200. The same holds for the S3 root (GBE-20).
 */
export function readRule(root: XmlElement): RuleProposal | Refusal {
  if (root.name !== 'ServerSideEncryptionRule' || !holdsOnly(root, ['ApplyServerSideEncryptionByDefault']))
    return malformedXml();
  const [defaults] = root.children;
  if (!defaults || !holdsOnly(defaults, settings)) return malformedXml();
  if (defaults.children.some(({ children }) => children.length > 0)) return malformedXml();
  const textOf = (name: string): string | null => childrenNamed(defaults, name)[0]?.text ?? null;
  return {
    algorithm: textOf('SSEAlgorithm'),
    kmsMasterKeyId: textOf('KMSMasterKeyID'),
    kmsDataEncryption: textOf('KMSDataEncryption'),
  };
}

function holdsOnly(parent: XmlElement, names: readonly string[]): boolean {
  const found = parent.children.map(({ name }) => name);
  return (
    ['', documentedNamespace].includes(parent.namespace) &&
    parent.text.trim() === '' &&
    new Set(found).size === found.length &&
    found.every((name) => names.includes(name))
  );
}

/** GBE-03, GBE-06: an unset value has no element, as the live tests of the SDKs show. */
export function writeRule(rule: EncryptionRule): XmlElement {
  return element('ServerSideEncryptionRule', [element('ApplyServerSideEncryptionByDefault', writeSettings(rule))]);
}

function writeSettings({ algorithm, kmsDataEncryption, kmsMasterKeyId }: EncryptionRule): readonly XmlElement[] {
  const written = [element('SSEAlgorithm', algorithm)];
  if (kmsDataEncryption !== null) written.push(element('KMSDataEncryption', kmsDataEncryption));
  if (kmsMasterKeyId !== null) written.push(element('KMSMasterKeyID', kmsMasterKeyId));
  return written;
}

/**
 * GBI-02…06: GetBucketInfo shows the rule flat, `None` where there is none, and
 * for KMS without a key id probably an empty element (GBI-05).
 */
export function writeInfoRule(rule: EncryptionRule | null): XmlElement {
  if (rule === null) return element('ServerSideEncryptionRule', [element('SSEAlgorithm', 'None')]);
  const shown = rule.algorithm === 'KMS' ? { ...rule, kmsMasterKeyId: rule.kmsMasterKeyId ?? '' } : rule;
  return element('ServerSideEncryptionRule', writeSettings(shown));
}

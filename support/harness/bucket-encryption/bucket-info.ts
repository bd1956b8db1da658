import type { Answer } from '../../client/exchange.ts';
import { elementAt } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';
import { describeAnswer } from '../conversation/answer-words.ts';
import { ruleElements, ruleIn, type EncryptionRule, type RuleReading } from './encryption-rule.ts';

/**
 * The encryption rule that an answer to GetBucketInfo shows. A container below ServerSideEncryptionRule is skipped, as
 * on the 2021 page (GBI-02); the service writes `None` if there is no rule (GBI-04).
 */
export function readBucketInfoRule(answer: Answer): RuleReading {
  const xml = readXml(answer.body);
  const bucket = 'root' in xml && answer.status < 300 ? elementAt(xml.root, 'Bucket') : undefined;
  if (bucket === undefined) return { kind: 'unreadable', words: describeAnswer(answer) };
  const shown = elementAt(bucket, 'ServerSideEncryptionRule');
  if (shown === undefined) return { kind: 'none' };
  return { kind: 'rule', rule: withoutNone(ruleIn(elementAt(shown, 'ApplyServerSideEncryptionByDefault') ?? shown)) };
}

function withoutNone(rule: EncryptionRule): EncryptionRule {
  const [algorithm, keyId, cipher] = ruleElements.map((element) => (rule[element] === 'None' ? null : rule[element]));
  return { SSEAlgorithm: algorithm ?? null, KMSMasterKeyID: keyId ?? null, KMSDataEncryption: cipher ?? null };
}

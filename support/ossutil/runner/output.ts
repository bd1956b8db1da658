import {
  readRule,
  ruleElements,
  type RuleElement,
  type RuleReading,
} from '../../harness/bucket-encryption/encryption-rule.ts';

/** The rule that a program printed: `SSEAlgorithm:AES256` line by line (1.x), or the store's XML (2.x, CLI-30). */
export function printedRule(stdout: string): RuleReading {
  const document = /<.*>/s.exec(stdout)?.[0];
  if (document !== undefined) return readRule({ status: 200, headers: [], body: new TextEncoder().encode(document) });
  const values = new Map(
    stdout
      .split('\n')
      .map((line) => line.split(/:(.*)/s, 2))
      .map(([name = '', value = '']) => [name, value] as const),
  );
  const value = (name: RuleElement): string | null => values.get(name) || null;
  if (!ruleElements.some((name) => values.has(name)))
    return { kind: 'unreadable', words: 'no rule in what it printed' };
  return {
    kind: 'rule',
    rule: {
      SSEAlgorithm: value('SSEAlgorithm'),
      KMSMasterKeyID: value('KMSMasterKeyID'),
      KMSDataEncryption: value('KMSDataEncryption'),
    },
  };
}

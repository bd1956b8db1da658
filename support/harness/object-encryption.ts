import type { Answer } from '../client/exchange.ts';
import { headerValue } from '../client/request.ts';
import { ruleElements, type RuleElement } from './encryption-rule.ts';

/** The headers that tell how an object is encrypted, by the element of a rule that means the same. */
const headerOf: Readonly<Record<RuleElement, string>> = {
  SSEAlgorithm: 'x-oss-server-side-encryption',
  KMSMasterKeyID: 'x-oss-server-side-encryption-key-id',
  KMSDataEncryption: 'x-oss-server-side-data-encryption',
};

/** How an object is encrypted, as the headers of an answer show it; `null` for a header that is absent. */
export type ObjectEncryption = Readonly<Record<RuleElement, string | null>>;

export function encryptionShown({ headers }: Answer): ObjectEncryption {
  const [algorithm, keyId, cipher] = ruleElements.map((element) => headerValue(headers, headerOf[element]) ?? null);
  return { SSEAlgorithm: algorithm ?? null, KMSMasterKeyID: keyId ?? null, KMSDataEncryption: cipher ?? null };
}

/** `KMS with SM4 data encryption`, `no encryption`; the key is left out, because the default key's id is the store's own. */
export function describeEncryption({ SSEAlgorithm, KMSDataEncryption }: ObjectEncryption): string {
  if (SSEAlgorithm === null && KMSDataEncryption === null) return 'no encryption';
  const cipher = KMSDataEncryption === null ? '' : ` with ${KMSDataEncryption} data encryption`;
  return `${SSEAlgorithm ?? 'no algorithm'}${cipher}`;
}

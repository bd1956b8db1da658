import type { RuleProposal } from '../../bucket-encryption/encryption-rule.ts';
import { invalidArgument } from '../../errors/refusal.ts';
import type { Refusal } from '../../errors/refusal.ts';
import { headerValue } from '../../http/store-request.ts';
import type { HeaderPair } from '../../http/store-request.ts';
import type { EncryptionDescription } from '../../storage/stored-records.ts';

const algorithmHeader = 'x-oss-server-side-encryption';
const dataAlgorithmHeader = 'x-oss-server-side-data-encryption';
const keyIdHeader = 'x-oss-server-side-encryption-key-id';
const contextHeader = 'x-oss-server-side-encryption-context';

/** OBJ-01…03: what the headers of a request, or the fields of a form, ask for. */
export function readEncryptionHeaders(headers: readonly HeaderPair[]): RuleProposal {
  return {
    algorithm: headerValue(headers, algorithmHeader) ?? null,
    kmsDataEncryption: headerValue(headers, dataAlgorithmHeader) ?? null,
    kmsMasterKeyId: headerValue(headers, keyIdHeader) ?? null,
  };
}

/** OBJ-08, OBJ-16: the data algorithm and the key id are shown with KMS only, and the former only where it is not AES256. */
export function writeEncryptionHeaders(encryption: EncryptionDescription | null): readonly HeaderPair[] {
  if (encryption === null) return [];
  const headers: HeaderPair[] = [[algorithmHeader, encryption.method]];
  if (encryption.method === 'KMS' && encryption.dataAlgorithm === 'SM4') headers.push([dataAlgorithmHeader, 'SM4']);
  if (encryption.keyId !== null) headers.push([keyIdHeader, encryption.keyId]);
  return headers;
}

/** OBJ-39: an encryption context belongs to a customer's key, which must be named with it. */
export function refuseLonelyContext(headers: readonly HeaderPair[]): Refusal | null {
  const context = headerValue(headers, contextHeader);
  if (context === undefined || headerValue(headers, keyIdHeader)) return null;
  return invalidArgument(`The ${contextHeader} header needs a key of yours.`, {
    name: contextHeader,
    value: context,
    ec: '0005-00000228',
  });
}

/** OBJ-06, OBJ-53: the refusal of an operation that takes none of these headers; `null` if the request has none. */
export function refuseEncryptionHeaders(headers: readonly HeaderPair[]): Refusal | null {
  const found = headers.find(([name]) => /^x-oss-server-side-(data-)?encryption/i.test(name));
  if (found === undefined) return null;
  const [name, value] = found;
  return invalidArgument(`The ${name.toLowerCase()} header is not supported by this operation.`, {
    name: name.toLowerCase(),
    value,
    ec: '0005-00000002',
  });
}

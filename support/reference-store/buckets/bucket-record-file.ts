import type { EncryptionRule } from '../bucket-encryption/encryption-rule.ts';
import type { BucketRecord } from './bucket-record.ts';

export function writeBucketRecord(record: BucketRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** @throws naming the file, where it does not hold a bucket record */
export function readBucketRecord(text: string, path: string): BucketRecord {
  const fault = (): Error => new Error(`${path} is not a bucket record; restore it from a copy or remove it`);
  const value = parse(text);
  if (!isObject(value)) throw fault();
  const { name, owner, createdAt, storageClass, dataRedundancyType, encryption } = value;
  const created = typeof createdAt === 'string' ? new Date(createdAt) : new Date(Number.NaN);
  const rule = readRule(encryption);
  if (
    typeof name !== 'string' ||
    typeof owner !== 'string' ||
    typeof storageClass !== 'string' ||
    typeof dataRedundancyType !== 'string' ||
    Number.isNaN(created.getTime()) ||
    rule === undefined
  )
    throw fault();
  return { name, owner, createdAt: created, storageClass, dataRedundancyType, encryption: rule };
}

/** `undefined` for something that is no rule. */
function readRule(value: unknown): EncryptionRule | null | undefined {
  if (value === null) return null;
  if (!isObject(value)) return undefined;
  const { algorithm, kmsMasterKeyId, kmsDataEncryption } = value;
  if (algorithm !== 'AES256' && algorithm !== 'SM4' && algorithm !== 'KMS') return undefined;
  if (kmsMasterKeyId !== null && typeof kmsMasterKeyId !== 'string') return undefined;
  if (kmsDataEncryption !== null && kmsDataEncryption !== 'SM4') return undefined;
  return { algorithm, kmsMasterKeyId, kmsDataEncryption };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

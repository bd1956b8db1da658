import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { ObjectRecord } from '../storage/stored-records.ts';
import { DamagedBodyError } from './segment-cipher.ts';

/**
 * The record with a seal over all it says, made with the object's data key.
 * Segments are bound to their places by their own tags; the seal fixes how many
 * there must be and which extents, in which order, make up the object.
 */
export function sealRecord(record: ObjectRecord, dataKey: Uint8Array): ObjectRecord {
  return { ...record, seal: sealOf(record, dataKey).toString('base64') };
}

/** @throws DamagedBodyError where the record is not what was sealed */
export function verifySeal(record: ObjectRecord, dataKey: Uint8Array): void {
  const seal = Buffer.from(record.seal ?? '', 'base64');
  const expected = sealOf(record, dataKey);
  if (seal.length !== expected.length || !timingSafeEqual(seal, expected)) {
    throw new DamagedBodyError(`the record of the object "${record.key}" was changed after it was sealed`);
  }
}

function sealOf(record: ObjectRecord, dataKey: Uint8Array): Buffer {
  const sealKey = new Uint8Array(hkdfSync('sha256', dataKey, new Uint8Array(), 'record HMAC-SHA256', 32));
  // The order of the properties survives writing and reading.
  const text = JSON.stringify({ ...record, seal: null });
  return createHmac('sha256', sealKey).update(text).digest();
}

import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { ObjectRecord } from '../storage/stored-records.ts';
import { DamagedBodyError } from './segment-cipher.ts';

/**
 * The record with a seal over its content, made with the object's data key. The segments' own tags fix their places;
 * the seal fixes their number, and the extents of the object and their order.
 */
export function sealRecord(record: ObjectRecord, dataKey: Uint8Array): ObjectRecord {
  return { ...record, seal: sealOf(record, dataKey).toString('base64') };
}

/** @throws DamagedBodyError if the record is not the sealed one */
export function verifySeal(record: ObjectRecord, dataKey: Uint8Array): void {
  const seal = Buffer.from(record.seal ?? '', 'base64');
  const expected = sealOf(record, dataKey);
  if (seal.length !== expected.length || !timingSafeEqual(seal, expected)) {
    throw new DamagedBodyError(`the record of the object "${record.key}" was changed after it was sealed`);
  }
}

function sealOf(record: ObjectRecord, dataKey: Uint8Array): Buffer {
  const sealKey = hkdfSync('sha256', createSecretKey(dataKey), new Uint8Array(), 'record HMAC-SHA256', 32);
  // The order of the properties survives writing and reading.
  const text = JSON.stringify({ ...record, seal: null });
  return createHmac('sha256', createSecretKey(new Uint8Array(sealKey)))
    .update(text)
    .digest();
}

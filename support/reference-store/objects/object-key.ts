import type { Refusal } from '../errors/refusal.ts';
import { invalidObjectName } from './refusals.ts';

/** A key has 1 to 1,023 bytes and begins neither with a slash nor with a backslash. */
export function checkKey(key: string): Refusal | null {
  const isValid = key !== '' && Buffer.byteLength(key) <= 1023 && !/^[/\\]/.test(key);
  return isValid ? null : invalidObjectName(key);
}

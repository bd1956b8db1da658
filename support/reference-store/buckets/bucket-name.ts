import type { Refusal } from '../errors/refusal.ts';
import { invalidBucketName } from './refusals.ts';

/** ENV-11: 3 to 63 lower-case letters, digits and hyphens, of which the first and the last is no hyphen. */
export function checkBucketName(bucket: string): Refusal | null {
  return /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(bucket) ? null : invalidBucketName(bucket);
}

import { randomBytes } from 'node:crypto';

let latest = 0;

/**
 * Like the ids in the samples of the pages: sixteen hexadecimal digits of the time in microseconds, and sixteen of
 * chance. So a listing, which is ordered by id, is in the order of initiation for each name.
 */
export function newUploadId(now: Date): string {
  latest = Math.max(now.getTime() * 1000, latest + 1);
  return `${latest.toString(16).padStart(16, '0')}${randomBytes(8).toString('hex')}`.toUpperCase();
}

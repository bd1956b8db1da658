import { randomUUID } from 'node:crypto';

/** ENV-02: 24 upper-case hexadecimal digits, the first eight the time in Unix seconds, the rest random. */
export function createRequestId(now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000)
    .toString(16)
    .padStart(8, '0')
    .slice(-8);
  // The end of a random UUID: Node fetches the random bytes of many UUIDs at once.
  return (seconds + randomUUID().replaceAll('-', '').slice(-16)).toUpperCase();
}

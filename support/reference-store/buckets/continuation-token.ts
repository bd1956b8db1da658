import { createHash } from 'node:crypto';

/**
 * The tokens of ListObjectsV2: the name after which the next page starts, with a checksum, so that the store accepts
 * only its own. They have no character that `encoding-type=url` would escape: the Go SDK V2 decodes a token that comes
 * with other encoded names, and would read a plus sign as a space.
 */

const checksumBytes = 4;

export function writeToken(after: string): string {
  return Buffer.concat([checksum(after), Buffer.from(after)]).toString('base64url');
}

/** `null` for a token that was never issued. */
export function readToken(token: string): string | null {
  const after = Buffer.from(token, 'base64url').subarray(checksumBytes).toString();
  return writeToken(after) === token ? after : null;
}

function checksum(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, checksumBytes);
}

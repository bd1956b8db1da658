import { createHash } from 'node:crypto';

const known = new WeakMap<Uint8Array, string>();

/**
 * The SHA-256 of a body, in hexadecimal. Computed once for each body, because a body of megabytes is asked for several
 * times: by its recording, and by the evidence of its request and of its answer. A body must not change after it was sent.
 */
export function sha256Of(body: Uint8Array): string {
  const digest = known.get(body) ?? createHash('sha256').update(body).digest('hex');
  known.set(body, digest);
  return digest;
}

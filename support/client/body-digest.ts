import { hash } from 'node:crypto';

const known = new WeakMap<Uint8Array, string>();

/**
 * The SHA-256 of a body, in hexadecimal. Computed once for each body, because recordings and evidence need it several
 * times, for bodies of megabytes too. A body must not change after it was sent.
 */
export function sha256Of(body: Uint8Array): string {
  const digest = known.get(body) ?? hash('sha256', body);
  known.set(body, digest);
  return digest;
}

import { isIP } from 'node:net';
import { withoutBrackets } from './proxy.ts';

/**
 * The name that the certificate must cover: the one in `Host`, or none for an address (RFC 6066 3).
 *
 * A wildcard covers one label (RFC 9525 6.3), so a store has no certificate for a bucket name with a dot. The endpoint's
 * own name is checked instead: the connection goes there, and the store decides about the bucket name, not TLS.
 */
export function serverName(origin: string, host: string): string {
  const endpoint = withoutBrackets(new URL(origin).hostname);
  const named = withoutBrackets(URL.parse(`https://${host}`)?.hostname ?? endpoint);
  const name = named.endsWith(`.${endpoint}`) && named.slice(0, -endpoint.length - 1).includes('.') ? endpoint : named;
  return isIP(name) === 0 ? name : '';
}

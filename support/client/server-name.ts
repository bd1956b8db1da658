import { isIP } from 'node:net';
import { withoutBrackets } from './proxy.ts';

/**
 * The name that the certificate must cover: the host of the bucket or the endpoint; none for an address (RFC 6066 3).
 *
 * Where `Host` names something else, it is the endpoint's own name, because the connection goes there: a proxy has no
 * certificate for the store. Nor has a store one for a bucket name with a dot, as a wildcard covers one label (RFC 9525
 * 6.3); the store decides about the bucket name, not TLS.
 */
export function serverName(origin: string, host: string): string {
  const endpoint = withoutBrackets(new URL(origin).hostname);
  const named = withoutBrackets(URL.parse(`https://${host}`)?.hostname ?? endpoint);
  const name = named.slice(named.indexOf('.') + 1) === endpoint ? named : endpoint;
  return isIP(name) === 0 ? name : '';
}

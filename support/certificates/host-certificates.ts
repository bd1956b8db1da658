import { createSecureContext, type SecureContext } from 'node:tls';
import type { CertificateAuthority } from './certificate-authority.ts';
import type { Certificate } from './x509.ts';

/** More host names than this are served in turns, so that a client cannot fill the memory with names. */
const keptContexts = 1_000;

/** TLS server options: one certificate for clients that name no host, and one for each host that others name. */
export interface ServerCertificate extends Certificate {
  readonly SNICallback: (host: string, done: (error: Error | null, context?: SecureContext) => void) => void;
}

/**
 * A host name below `localhost`, even one whose first label is no bucket name: the store refuses it, not TLS.
 * RFC 6066 does not bound the name; 253 characters are the most that DNS has.
 */
const belowLocalhost = /^[\w.-]{1,243}\.localhost$/u;

/**
 * Certificates for a server and for every host name below `localhost`. Each name gets its own when it is
 * first requested: clients accept no wildcard directly below a top-level domain.
 */
export function hostCertificates(authority: CertificateAuthority, host: string): ServerCertificate {
  const hosts = ['localhost', '127.0.0.1', '::1', host] as const;
  const contexts = new Map<string, SecureContext>();
  return {
    ...authority.issue(hosts),
    SNICallback(name, done) {
      const key = name.toLowerCase();
      if (!belowLocalhost.test(key)) return done(null);
      const context = contexts.get(key) ?? createSecureContext(authority.issue([key]));
      contexts.delete(key);
      contexts.set(key, context);
      const [oldest = ''] = contexts.keys();
      if (contexts.size > keptContexts) contexts.delete(oldest);
      done(null, context);
    },
  };
}

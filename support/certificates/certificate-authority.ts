import { generateKeyPairSync, randomBytes, type KeyPairKeyObjectResult } from 'node:crypto';
import {
  authorityKeyIdentifier,
  basicConstraints,
  keyUsage,
  serverAuthentication,
  signCertificate,
  subjectAltName,
  subjectKeyIdentifier,
  type Certificate,
} from './x509.ts';

const name = 'oss-conformance test CA';
const dayMs = 86_400_000;

/** A certificate authority that lives as long as the process: its key is never written to disk. */
export class CertificateAuthority {
  readonly #keys = newKeys();
  /** For clients to trust; PEM. */
  readonly certificate: string;

  constructor() {
    const { publicKey, privateKey } = this.#keys;
    const extensions = [basicConstraints(true), keyUsage(true), subjectKeyIdentifier(publicKey)];
    const content = { ...newContent(name), publicKey, extensions };
    this.certificate = signCertificate(content, privateKey);
  }

  /** A certificate for a server of these host names and IP addresses. */
  issue(hosts: readonly [string, ...string[]]): Certificate {
    const { publicKey, privateKey } = newKeys();
    const extensions = [
      basicConstraints(false),
      keyUsage(false),
      serverAuthentication(),
      subjectKeyIdentifier(publicKey),
      authorityKeyIdentifier(this.#keys.publicKey),
      subjectAltName(hosts),
    ];
    const content = { ...newContent(hosts[0]), publicKey, extensions };
    return {
      key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      cert: signCertificate(content, this.#keys.privateKey),
    };
  }
}

function newKeys(): KeyPairKeyObjectResult {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

/** Valid from yesterday, for clients with a slow clock, and for less than a year, the most that browsers accept. */
function newContent(subject: string): {
  readonly serialNumber: Buffer;
  readonly issuer: string;
  readonly subject: string;
  readonly from: Date;
  readonly until: Date;
} {
  const now = Date.now();
  const serialNumber = Buffer.concat([Buffer.from([1]), randomBytes(15)]);
  return { serialNumber, issuer: name, subject, from: new Date(now - dayMs), until: new Date(now + 365 * dayMs) };
}

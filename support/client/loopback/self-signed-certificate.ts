import { generateKeyPairSync } from 'node:crypto';
import { signCertificate, subjectAltName, type Certificate } from '../../certificates/x509.ts';

/**
 * For tests: an untrusted certificate for a host name or an IP address, made on the spot, because a private
 * key does not belong in a repository.
 */
export function selfSignedCertificate(host = 'localhost', expires = new Date('2049-12-31')): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const content = {
    serialNumber: Buffer.from([1]),
    issuer: host,
    subject: host,
    from: new Date('2020-01-01'),
    until: expires,
    publicKey,
    extensions: [subjectAltName([host])],
  };
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: signCertificate(content, privateKey),
  };
}

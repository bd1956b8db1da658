import { generateKeyPairSync, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';

/** PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/**
 * For tests: an untrusted certificate for a host name or an IPv4 address, made on the spot, because a private
 * key does not belong in a repository. DER by hand (X.690, RFC 5280 4.1), as Node makes no certificates.
 */
export function selfSignedCertificate(host = 'localhost', expires = new Date('2049-12-31')): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = sequence(objectIdentifier(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
  const commonName = sequence(objectIdentifier(0x55, 0x04, 0x03), der(0x0c, Buffer.from(host)));
  const name = sequence(der(0x31, commonName));
  const validity = sequence(utcTime(new Date('2020-01-01')), utcTime(expires));
  const serialNumber = der(0x02, Buffer.from([1]));
  const keyInfo = publicKey.export({ type: 'spki', format: 'der' });
  const extensions = der(0xa3, sequence(subjectAltName(host)));
  const body = sequence(version3, serialNumber, ecdsaWithSha256, name, validity, name, keyInfo, extensions);
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  const certificate = sequence(body, ecdsaWithSha256, signature);
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
}

const version3 = der(0xa0, der(0x02, Buffer.from([2])));

/** RFC 5280 4.2.1.6: an IPv4 address is four bytes. */
function subjectAltName(host: string): Buffer {
  const name = isIPv4(host) ? der(0x87, Buffer.from(host.split('.').map(Number))) : der(0x82, Buffer.from(host));
  return sequence(objectIdentifier(0x55, 0x1d, 0x11), der(0x04, sequence(name)));
}

function der(tag: number, ...content: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag, ...derLength(bytes.length)]), bytes]);
}

function derLength(length: number): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

function sequence(...content: readonly Buffer[]): Buffer {
  return der(0x30, ...content);
}

function objectIdentifier(...bytes: readonly number[]): Buffer {
  return der(0x06, Buffer.from(bytes));
}

/** `YYMMDDHHMMSSZ` */
function utcTime(date: Date): Buffer {
  return der(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replaceAll(/[-T:]/g, '')}Z`));
}

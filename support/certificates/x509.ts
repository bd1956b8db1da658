import { createHash, sign, type KeyObject } from 'node:crypto';
import { isIP, isIPv4 } from 'node:net';
import { bits, boolean, der, integer, objectIdentifier, octets, sequence, utcTime } from './der.ts';

/** PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** The content of a certificate (RFC 5280 4.1). */
export interface CertificateContent {
  readonly serialNumber: Buffer;
  readonly issuer: string;
  readonly subject: string;
  readonly from: Date;
  readonly until: Date;
  readonly publicKey: KeyObject;
  /** As `extension` makes them. */
  readonly extensions: readonly Buffer[];
}

const version3 = der(0xa0, der(0x02, Buffer.from([2])));
const ecdsaWithSha256 = sequence(objectIdentifier(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));

/** Signs it with an elliptic-curve key; returns PEM. */
export function signCertificate(content: CertificateContent, signingKey: KeyObject): string {
  const { serialNumber, issuer, subject, from, until, publicKey, extensions } = content;
  const body = sequence(
    version3,
    integer(serialNumber),
    ecdsaWithSha256,
    commonName(issuer),
    sequence(utcTime(from), utcTime(until)),
    commonName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const certificate = sequence(body, ecdsaWithSha256, bits(sign('sha256', body, signingKey)));
  const base64 = certificate.toString('base64').replaceAll(/.{64}/gu, '$&\n').trimEnd();
  return `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
}

/** RFC 5280 4.2.1.6: the host names and IP addresses that the certificate is for. */
export function subjectAltName(hosts: readonly string[]): Buffer {
  return extension(0x11, sequence(...hosts.map(generalName)));
}

/** RFC 5280 4.2.1.9: whether the key may sign other certificates. */
export function basicConstraints(isAuthority: boolean): Buffer {
  return extension(0x13, sequence(...(isAuthority ? [boolean(true)] : [])), 'critical');
}

/** RFC 5280 4.2.1.3: `keyCertSign` and `cRLSign` of an authority, `digitalSignature` of a server. */
export function keyUsage(isAuthority: boolean): Buffer {
  return extension(0x0f, der(0x03, Buffer.from(isAuthority ? [0x01, 0x06] : [0x07, 0x80])), 'critical');
}

/** RFC 5280 4.2.1.12: `serverAuth`. */
export function serverAuthentication(): Buffer {
  return extension(0x25, sequence(objectIdentifier(0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x01)));
}

/** RFC 5280 4.2.1.2. */
export function subjectKeyIdentifier(key: KeyObject): Buffer {
  return extension(0x0e, octets(keyIdentifier(key)));
}

/** RFC 5280 4.2.1.1. Python refuses certificates without it since 3.13. */
export function authorityKeyIdentifier(key: KeyObject): Buffer {
  return extension(0x23, sequence(der(0x80, keyIdentifier(key))));
}

/** Below 2.5.29, where the standard extensions are. */
function extension(id: number, value: Buffer, weight: 'critical' | 'ordinary' = 'ordinary'): Buffer {
  const critical = weight === 'critical' ? [boolean(true)] : [];
  return sequence(objectIdentifier(0x55, 0x1d, id), ...critical, octets(value));
}

function commonName(name: string): Buffer {
  return sequence(der(0x31, sequence(objectIdentifier(0x55, 0x04, 0x03), der(0x0c, Buffer.from(name)))));
}

function generalName(host: string): Buffer {
  if (isIP(host) === 0) return der(0x82, Buffer.from(host));
  return der(0x87, isIPv4(host) ? Buffer.from(host.split('.').map(Number)) : ipv6Bytes(host));
}

function ipv6Bytes(address: string): Buffer {
  // A URL writes the last 32 bits in hexadecimal, and has no zone.
  const { hostname } = new URL(`http://[${address.replace(/%.*/u, '')}]`);
  const [before = '', after] = hostname.slice(1, -1).split('::');
  const [head, tail] = [groups(before), groups(after ?? '')];
  const gap = after === undefined ? [] : Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return Buffer.from([...head, ...gap, ...tail].map((group) => group.padStart(4, '0')).join(''), 'hex');
}

function groups(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}

function keyIdentifier(key: KeyObject): Buffer {
  return createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest();
}

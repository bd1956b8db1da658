import type { HeaderPair, OssRequest, WireRequest } from '../../client/request.ts';
import type { Sending } from '../../client/sending.ts';
import type { Connection } from './settings.ts';

/** A rule as given by options: '' for a missing option. */
export interface RuleOptions {
  readonly SSEAlgorithm: string;
  readonly KMSMasterKeyID: string;
  readonly KMSDataEncryption: string;
}

export type Act =
  | { readonly method: 'put'; readonly rule: RuleOptions }
  | { readonly method: 'get' }
  | { readonly method: 'delete' };

/** The request of an act, as ossutil 1.7.19 writes it (section 12.1): no declaration, no Content-MD5, text/plain. */
export function encryptionRequest(bucket: string, act: Act, { style }: Connection): OssRequest {
  const request: OssRequest = { method: act.method.toUpperCase(), query: [['encryption']], headers: [] };
  // A CNAME names its bucket.
  const addressed = style === 'cname' ? request : { ...request, bucket };
  if (act.method !== 'put') return addressed;
  return {
    ...addressed,
    headers: [['Content-Type', 'text/plain; charset=utf-8']],
    body: new TextEncoder().encode(ruleXml(act.rule)),
  };
}

/**
 * Signs the `Date` text under V4, too, and formats the request as Go's HTTP client does, byte for byte, because undici
 * writes some headers differently.
 */
export function ossutilSending(bucket: string, { style, signature }: Connection): Sending {
  return {
    signature,
    addressing: style === 'virtual' ? 'virtual' : 'path',
    dateHeader: 'Date',
    signedInstead: (request) => ({ ...request, bucket }),
    finish: inGoOrder,
    framing: 'as-is',
  };
}

/** Omits elements without a value (CLI-12). */
function ruleXml({ SSEAlgorithm, KMSMasterKeyID, KMSDataEncryption }: RuleOptions): string {
  const elements = Object.entries({ SSEAlgorithm, KMSMasterKeyID, KMSDataEncryption })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<${name}>${escaped(value)}</${name}>`)
    .join('');
  return `<ServerSideEncryptionRule><ApplyServerSideEncryptionByDefault>${elements}</ApplyServerSideEncryptionByDefault></ServerSideEncryptionRule>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const leading = ['Host', 'User-Agent', 'Content-Length'];

/**
 * Host, User-Agent and Content-Length, then the others by name, each word capitalised, then those that the transport
 * adds.
 */
function inGoOrder(wire: WireRequest): WireRequest {
  const named = wire.headers.map(([name, value]): HeaderPair => [capitalised(name), value]);
  const first = leading.flatMap((name) => named.filter(([candidate]) => candidate === name));
  const rest = named.filter(([name]) => !leading.includes(name)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...wire, headers: [...first, ...rest, ['Accept-Encoding', 'gzip']] };
}

function capitalised(name: string): string {
  return name.toLowerCase().replaceAll(/(?<=^|-)\w/g, (letter) => letter.toUpperCase());
}

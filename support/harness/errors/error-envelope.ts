import { readErrorDocument } from '../../client/error-document.ts';
import type { Answer, Exchange } from '../../client/exchange.ts';
import { headerValue } from '../../client/request.ts';
import { textAt } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';

/** The elements of every error document (ENV-04). */
const envelopeElements = ['Code', 'Message', 'RequestId', 'HostId'] as const;

/**
 * Where an answer differs from the documented error document (ENV-04), in words without ids; `null` if it does not.
 * Other clauses judge the texts of the elements.
 */
export function envelopeDeparture({ headers, body }: Answer): string | null {
  const type = headerValue(headers, 'Content-Type');
  if (type === undefined) return 'no Content-Type';
  if (type.split(';', 1)[0]?.trim().toLowerCase() !== 'application/xml') return `Content-Type ${type}`;
  const xml = readXml(body);
  if ('fault' in xml) return `a body that is not XML (${xml.fault.reason})`;
  if (xml.root.name !== 'Error') return `the root element ${xml.root.name}`;
  const missing = envelopeElements.filter((name) => (textAt(xml.root, name) ?? '') === '');
  return missing.length === 0 ? null : `no ${missing.join(', no ')}`;
}

/**
 * Where an error document does not name the sent request (ENV-06), in words without ids; `null` if it does. A missing
 * id or host is a difference.
 */
export function mismatchedIdentity({ request }: Exchange, answer: Answer): string | null {
  const reading = readErrorDocument(answer);
  if ('notAnError' in reading) return reading.notAnError;
  const { requestId, hostId } = reading.error;
  const idInHeader = headerValue(answer.headers, 'x-oss-request-id');
  if (!requestId) return absence('RequestId', requestId);
  if (!idInHeader) return absence('x-oss-request-id', idInHeader);
  if (requestId !== idInHeader) return 'another RequestId than x-oss-request-id';
  if (!hostId) return absence('HostId', hostId);
  if (!isHost(hostId, headerValue(request.headers, 'Host') ?? '')) return 'a HostId that is not that host';
  return null;
}

function absence(name: string, value: string | null | undefined): string {
  return value === '' ? `an empty ${name}` : `no ${name}`;
}

/** `HostId` is the host of the request, or the bucket's host below it if the bucket is in the path. */
function isHost(hostId: string, asked: string): boolean {
  const [named, host] = [hostId, asked].map((text) => text.toLowerCase().replace(/:\d+$/u, ''));
  return named !== undefined && host !== undefined && (named === host || named.endsWith(`.${host}`));
}

/** `Sun, 22 Nov 2026 12:06:42 GMT` (RFC 9110 5.6.7). Senders must not use the two old forms. */
export function isHttpDate(text: string): boolean {
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toUTCString() === text;
}

/** Why the request ids of these answers are not unique (ENV-02), in words; `null` if each has its own. */
export function sharedRequestIds(exchanges: readonly Exchange[]): string | null {
  const answers = exchanges.flatMap(({ outcome }) => ('answer' in outcome ? [outcome.answer] : []));
  const ids = answers.flatMap(({ headers }) => headerValue(headers, 'x-oss-request-id') || []);
  if (ids.length < answers.length) return `${answers.length - ids.length} of ${answers.length} answers without one`;
  const repeated = ids.length - new Set(ids).size;
  return repeated === 0 ? null : `${repeated} of ${ids.length} answers with the id of an earlier one`;
}

/** How a text differs from that many upper-case hexadecimal digits, in words that do not depend on the id. */
export function idDeparture(id: string, length: number): string | null {
  if (id.length !== length) return `one of ${id.length} characters`;
  if (/^[0-9A-F]*$/u.test(id)) return null;
  return /^[0-9A-Fa-f]*$/u.test(id) ? 'one with lower-case digits' : 'one with characters that are no such digits';
}

import { readErrorDocument } from '../../client/error-document.ts';
import type { Answer, Exchange } from '../../client/exchange.ts';
import { headerValue } from '../../client/request.ts';
import { textAt } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';

/** The elements of every error document (ENV-04). */
const envelopeElements = ['Code', 'Message', 'RequestId', 'HostId'] as const;

/**
 * Where an answer departs from the documented error document (ENV-04), in words without ids; `null` where it does not.
 * What the elements say is for other clauses.
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
 * Where an error document is about another request than the one that was sent (ENV-06), in words without ids; `null`
 * where it is not. What is missing altogether is the business of ENV-02 and ENV-04.
 */
export function mismatchedIdentity({ request }: Exchange, answer: Answer): string | null {
  const reading = readErrorDocument(answer);
  if ('notAnError' in reading) return null;
  const { requestId, hostId } = reading.error;
  const idInHeader = headerValue(answer.headers, 'x-oss-request-id');
  if (requestId && idInHeader && requestId !== idInHeader) return 'another RequestId than x-oss-request-id';
  if (hostId && !isHost(hostId, headerValue(request.headers, 'Host') ?? '')) return 'a HostId that is not that host';
  return null;
}

/** `HostId` is the host of the request, or the bucket's host below it if the bucket is in the path. */
function isHost(hostId: string, asked: string): boolean {
  const [named, host] = [hostId, asked].map((text) => text.toLowerCase().replace(/:\d+$/u, ''));
  return named !== undefined && host !== undefined && (named === host || named.endsWith(`.${host}`));
}

/** `Sun, 22 Nov 2026 12:06:42 GMT` (RFC 9110 5.6.7). The old two forms are not for senders. */
export function isHttpDate(text: string): boolean {
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toUTCString() === text;
}

/** Ids that more than one of the answers carries. */
export function repeatedRequestIds(exchanges: readonly Exchange[]): number {
  const ids = exchanges.flatMap(({ outcome }) => {
    const id = 'answer' in outcome ? headerValue(outcome.answer.headers, 'x-oss-request-id') : undefined;
    return id === undefined ? [] : [id];
  });
  return ids.length - new Set(ids).size;
}

import { isUtf8 } from 'node:buffer';
import { readErrorDocument } from '../../client/error-document.ts';
import type { Answer } from '../../client/exchange.ts';
import { headerValue } from '../../client/request.ts';
import { readXml } from '../../client/xml/reading.ts';

/** An answer in a few words without ids: `200`, `404 NoSuchBucket`, `501 with a body that is not XML (…)`. */
export function describeAnswer(answer: Answer): string {
  const reading = readErrorDocument(answer);
  if ('error' in reading) return `${answer.status} ${reading.error.code}`;
  if (answer.body.length === 0) return `${answer.status}`;
  const encoding = headerValue(answer.headers, 'Content-Encoding');
  if (encoding !== undefined && 'fault' in readXml(answer.body))
    return `${answer.status} with Content-Encoding ${shown(encoding)}, which was not requested`;
  if (!isUtf8(answer.body)) return `${answer.status} with ${answer.body.length} bytes that are not text`;
  const xml = readXml(answer.body);
  if ('fault' in xml) return `${answer.status} with a body that is not XML (${xml.fault.reason}): ${xml.fault.excerpt}`;
  return `${answer.status} ${xml.root.name}`;
}

/** The same for a listing: its beginning has the name of the bucket, and the places in it depend on that. */
export function describeListing(answer: Answer): string {
  const xml = readXml(answer.body);
  if (answer.status !== 200 || answer.body.length === 0 || 'root' in xml) return describeAnswer(answer);
  return `200, and a body that is not XML (${xml.fault.reason.replace(/^line \d+, column \d+: /u, '')})`;
}

/** The value of a header as a short part of one line, because a store may be hostile. */
export function shown(value: string): string {
  return JSON.stringify(value.replaceAll(/[^ -~]/gu, '?').slice(0, 80));
}

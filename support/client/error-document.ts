import type { Answer } from './exchange.ts';
import { headerValue } from './request.ts';
import { textAt, type XmlElement } from './xml/element.ts';
import { readXml } from './xml/reading.ts';

/** The error envelope of OSS (ENV-04). An element that is absent is `null`; an empty one is ''. */
export interface ErrorDocument {
  readonly code: string;
  readonly message: string | null;
  readonly requestId: string | null;
  readonly hostId: string | null;
  /** Only for reports: it may change, so no verdict depends on it (ENV-07). */
  readonly ec: string | null;
  /** Every other element, in document order: `BucketName`, `StringToSign`, `AccessDeniedDetail`, … */
  readonly extra: readonly XmlElement[];
  /** Answers to HEAD have no body; a header then carries the document (ENV-08). */
  readonly carriedBy: 'body' | 'x-oss-err';
}

export type ErrorReading = { readonly error: ErrorDocument } | { readonly notAnError: string };

/** Reads the error in an answer, or says in one line why there is none. Ignores the status. */
export function readErrorDocument(answer: Answer): ErrorReading {
  if (answer.body.length > 0) return readEnvelope(answer.body, 'body');
  const encoded = headerValue(answer.headers, 'x-oss-err');
  if (encoded === undefined) return { notAnError: 'the answer has neither a body nor an x-oss-err header' };
  const bytes = decodeBase64(encoded);
  return bytes === null ? { notAnError: 'the x-oss-err header is not base64' } : readEnvelope(bytes, 'x-oss-err');
}

const ownNames: ReadonlySet<string> = new Set(['Code', 'Message', 'RequestId', 'HostId', 'EC']);

function readEnvelope(bytes: Uint8Array, carriedBy: ErrorDocument['carriedBy']): ErrorReading {
  const where = carriedBy === 'body' ? 'the body' : 'the x-oss-err header';
  const reading = readXml(bytes);
  if ('fault' in reading)
    return { notAnError: `${where} is not XML (${reading.fault.reason}): ${reading.fault.excerpt}` };
  const { root } = reading;
  if (root.name !== 'Error')
    return { notAnError: `the root element of ${where} is ${shortened(root.name)}, not Error` };
  const code = textAt(root, 'Code');
  if (code === undefined || code === '') return { notAnError: `the Error in ${where} has no Code` };
  return {
    error: {
      code,
      message: textAt(root, 'Message') ?? null,
      requestId: textAt(root, 'RequestId') ?? null,
      hostId: textAt(root, 'HostId') ?? null,
      ec: textAt(root, 'EC') ?? null,
      extra: root.children.filter(({ name }) => !ownNames.has(name)),
      carriedBy,
    },
  };
}

/** Buffer skips characters that are not base64 and so would accept anything. */
function decodeBase64(text: string): Uint8Array | null {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : null;
}

function shortened(name: string): string {
  return name.length > 80 ? `${name.slice(0, 80)}…` : name;
}

import { isUtf8 } from 'node:buffer';
import { sha256Of } from '../../client/body-digest.ts';

/** A body in a file: text as lines, so that a diff is readable; other bytes in hexadecimal, 32 on a line. */
export type RecordedBody =
  | { readonly text: readonly string[] }
  | { readonly hex: readonly string[] }
  /** A request that is too long for a file: the replay sends it anyway, so its digest is enough. */
  | LongBody
  /** An answer that is too long for a file: what the named exchange sent, or a part of that. */
  | SentBody;

interface LongBody {
  readonly bytes: number;
  readonly sha256: string;
}

interface SentBody {
  /** The position of the exchange, from 1. */
  readonly sentBy: number;
  readonly from: number;
  readonly bytes: number;
}

/** The suite uploads objects of megabytes, which do not belong in a repository. */
const longestText = 64 * 1024;
const longestOther = 4 * 1024;

/** A body that is too long for a file and was not sent by a request. */
export class UnrecordableBody extends Error {
  override readonly name = 'UnrecordableBody';
}

/** `null` for a body without bytes. */
export function recordRequestBody(body: Uint8Array): RecordedBody | null {
  if (body.length === 0) return null;
  return shortBody(body) ?? { bytes: body.length, sha256: sha256Of(body) };
}

/** `sent` are the bodies of the requests so far, in order. Throws UnrecordableBody. */
export function recordAnswerBody(body: Uint8Array, sent: readonly Uint8Array[]): RecordedBody | null {
  if (body.length === 0) return null;
  const short = shortBody(body);
  if (short !== null) return short;
  for (const [index, candidate] of sent.entries()) {
    const from = Buffer.from(candidate).indexOf(body);
    if (from !== -1) return { sentBy: index + 1, from, bytes: body.length };
  }
  throw new UnrecordableBody(`an answer of ${body.length} bytes that no request has sent is too long for a recording`);
}

/** Whether a request sends the recorded body. */
export function isRecordedBody(body: Uint8Array, recorded: RecordedBody | null): boolean {
  if (recorded === null) return body.length === 0;
  if ('sha256' in recorded) return body.length === recorded.bytes && sha256Of(body) === recorded.sha256;
  return Buffer.compare(body, playBody(recorded, [])) === 0;
}

/** The bytes of an answer's body. Throws an Error for one that only a request can have. */
export function playBody(recorded: RecordedBody | null, sent: readonly Uint8Array[]): Uint8Array {
  if (recorded === null) return new Uint8Array();
  if ('text' in recorded) return Buffer.from(recorded.text.join('\n'));
  if ('hex' in recorded) return Buffer.from(recorded.hex.join(''), 'hex');
  const source = 'sentBy' in recorded ? sent[recorded.sentBy - 1] : undefined;
  if (!('sentBy' in recorded) || source === undefined) throw new Error('a recorded answer has no bytes of its own');
  const { from, bytes } = recorded;
  return from === 0 && bytes === source.length ? source : source.subarray(from, from + bytes);
}

/** One line that shows a body, for people who compare. */
export function describeBody(recorded: RecordedBody | null): string {
  if (recorded === null) return 'no body';
  if ('text' in recorded) return JSON.stringify(recorded.text.join('\n'));
  if ('hex' in recorded) return `the bytes ${recorded.hex.join('')}`;
  return 'sha256' in recorded
    ? `${recorded.bytes} bytes with the SHA-256 ${recorded.sha256}`
    : `${recorded.bytes} bytes of what exchange ${recorded.sentBy} sent`;
}

function shortBody(body: Uint8Array): RecordedBody | null {
  const text = isText(body) ? Buffer.from(body).toString() : null;
  if (text !== null) return body.length <= longestText ? { text: text.split('\n') } : null;
  if (body.length > longestOther) return null;
  return {
    hex:
      Buffer.from(body)
        .toString('hex')
        .match(/.{1,64}/gu) ?? [],
  };
}

// oxlint-disable-next-line no-control-regex -- controls other than tab and line ends make bytes unreadable as text
const unreadable = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/;

function isText(body: Uint8Array): boolean {
  return isUtf8(body) && !unreadable.test(Buffer.from(body).toString());
}

import type { QueryParameter } from './store-request.ts';

export interface RequestTarget {
  readonly path: string;
  readonly query: readonly QueryParameter[];
  /** Present in the absolute form (`GET http://host/path`), where it replaces `Host`. */
  readonly host: string | null;
}

/** `null` for a target that is neither a path nor an http address, or whose query is not percent-encoded UTF-8. */
export function readRequestTarget(target: string): RequestTarget | null {
  const absolute = /^https?:\/\/([^/?#]*)(.*)$/i.exec(target);
  const rest = absolute ? (absolute[2] ?? '') : target;
  const origin = absolute && !rest.startsWith('/') ? `/${rest}` : rest;
  if (!origin.startsWith('/')) return null;
  const questionMark = origin.indexOf('?');
  const path = questionMark < 0 ? origin : origin.slice(0, questionMark);
  const query = questionMark < 0 ? [] : readQuery(origin.slice(questionMark + 1));
  if (query === null || percentDecode(path) === null) return null;
  return { path, query, host: absolute?.[1] ?? null };
}

function readQuery(text: string): QueryParameter[] | null {
  const parameters: QueryParameter[] = [];
  for (const part of text.split('&')) {
    if (part === '') continue;
    const parameter = readParameter(part);
    if (parameter === null) return null;
    parameters.push(parameter);
  }
  return parameters;
}

function readParameter(text: string): QueryParameter | null {
  // A plus sign means a space in a query, and only there (AUTH-17).
  const spaced = text.replaceAll('+', ' ');
  const equals = spaced.indexOf('=');
  const name = percentDecode(equals < 0 ? spaced : spaced.slice(0, equals));
  if (name === null) return null;
  if (equals < 0) return [name];
  const value = percentDecode(spaced.slice(equals + 1));
  return value === null ? null : [name, value];
}

/** `null` if a `%` is not followed by two hexadecimal digits, or the bytes are not UTF-8. `text` is latin1. */
export function percentDecode(text: string): string | null {
  if (!text.includes('%')) return utf8(text);
  if (/%(?![0-9a-f]{2})/i.test(text)) return null;
  const bytes = text.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return utf8(bytes);
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
// oxlint-disable-next-line no-control-regex -- every ASCII character, control characters included
const onlyAscii = /^[\x00-\x7f]*$/;

/** Bytes in latin1 text, read as UTF-8; `null` if they are not UTF-8. */
export function utf8(latin1: string): string | null {
  if (onlyAscii.test(latin1)) return latin1;
  try {
    return decoder.decode(Buffer.from(latin1, 'latin1'));
  } catch {
    return null;
  }
}

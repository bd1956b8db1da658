import { isUtf8 } from 'node:buffer';

/** Far above any document of OSS; a longer body is the content of an object. */
const longestDocument = 256 * 1024;

/** A body as text; `null` if it is not text, or too long for a document. */
export function documentIn(body: Uint8Array): string | null {
  return body.length <= longestDocument && isUtf8(body) ? Buffer.from(body).toString() : null;
}

/** How deep encodings may be nested, such as base64 of a document that quotes hexadecimal. */
const deepest = 3;

/** Applies a change to a text and to what it contains in hexadecimal or base64, which is encoded again. */
export function replaceAlsoEncoded(text: string, change: (text: string) => string, depth = deepest): string {
  const changed = change(text);
  if (depth === 0) return changed;
  const inner = (encoded: string): string => replaceAlsoEncoded(encoded, change, depth - 1);
  return changed
    .replaceAll(hexadecimalRun, (run) => inHexadecimal(run, inner))
    .replaceAll(base64Run, (run) => inBase64(run, inner));
}

/**
 * Shorter texts contain nothing that differs from run to run. `47 45 54` is how OSS quotes the bytes of a string to
 * sign (AUTH-37).
 */
const hexadecimalRun = /(?:[\dA-Fa-f]{2} ?){7,}[\dA-Fa-f]{2}/gu;
const base64Run = /[\w+/-]{16,}={0,2}/gu;

function inHexadecimal(run: string, change: (text: string) => string): string {
  const text = textOf(Buffer.from(run.replaceAll(' ', ''), 'hex'));
  const changed = text === null ? null : change(text);
  if (changed === null || changed === text) return run;
  const digits = Buffer.from(changed).toString('hex');
  const cased = /[A-F]/u.test(run) ? digits.toUpperCase() : digits;
  return run.includes(' ') ? cased.replaceAll(/(..)(?!$)/gu, '$1 ') : cased;
}

function inBase64(run: string, change: (text: string) => string): string {
  const isForUrls = /[-_]/u.test(run);
  const bytes = Buffer.from(run, 'base64');
  const text = textOf(bytes);
  const changed = text === null ? null : change(text);
  if (changed === null || changed === text) return run;
  const encoded = Buffer.from(changed).toString(isForUrls ? 'base64url' : 'base64');
  return run.endsWith('=') || !encoded.endsWith('=') ? encoded : encoded.replaceAll('=', '');
}

function textOf(bytes: Buffer): string | null {
  return isUtf8(bytes) ? bytes.toString() : null;
}

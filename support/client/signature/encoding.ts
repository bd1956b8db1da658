/**
 * Percent-encoding as OSS signs it and as this client writes it: UTF-8, every byte but
 * `A–Z a–z 0–9 - . _ ~` as an upper-case escape (AUTH-20, AUTH-21).
 */
export function percentEncode(text: string): string {
  if (onlyUnreserved.test(text)) return text;
  // A lone surrogate has no UTF-8 form; it becomes U+FFFD instead of an exception.
  return encodeURIComponent(text.toWellFormed()).replaceAll(leftByEncodeUriComponent, escapeAscii);
}

/** The same for a path, but `/` stays (AUTH-20). Dot segments and doubled slashes are kept. */
export function percentEncodePath(path: string): string {
  if (onlyUnreservedAndSlashes.test(path)) return path;
  // An encoded text holds `%2F` only where the path held `/`: a literal `%` has become `%25`.
  return percentEncode(path).replaceAll('%2F', '/');
}

const onlyUnreserved = /^[A-Za-z0-9._~-]*$/;
const onlyUnreservedAndSlashes = /^[A-Za-z0-9._~/-]*$/;
const leftByEncodeUriComponent = /[!'()*]/g;

function escapeAscii(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

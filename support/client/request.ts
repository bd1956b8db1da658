/** A header as on the wire: order, case and repetition are kept. Values are latin1 text. */
export type HeaderPair = readonly [name: string, value: string];

/**
 * A query parameter, decoded. Without a value it is written without `=`
 * (`?encryption`); with an empty value it keeps it (`?encryption=`).
 */
export type QueryParameter = readonly [name: string, value?: string];

/** A request before it is addressed, signed and written to the wire. */
export interface OssRequest {
  readonly method: string;
  /** Absent for service-level requests such as ListBuckets. */
  readonly bucket?: string;
  /** The object key, not percent-encoded. */
  readonly key?: string;
  readonly query: readonly QueryParameter[];
  readonly headers: readonly HeaderPair[];
  readonly body?: Uint8Array;
}

/** A request in its final form: only framing is added to it, and nothing is reordered or normalised. */
export interface WireRequest {
  /** Scheme, host and port of the connection, e.g. `http://127.0.0.1:9000`. */
  readonly origin: string;
  readonly method: string;
  /** The request target, verbatim, query included. */
  readonly path: string;
  /** `Host` included. */
  readonly headers: readonly HeaderPair[];
  readonly body: Uint8Array | null;
  /**
   * Absent for HTTP that any client may send. `as-is` writes the headers and body byte for byte, without adding or
   * checking a Content-Length, Host or Connection; `cut-short` does the same and then closes the sending side, like a
   * client that crashes; `late-end` does the same and sends the last ten bytes a moment later.
   */
  readonly framing?: 'as-is' | 'cut-short' | 'late-end';
}

/** The first value of a header, by a name in any case. */
export function headerValue(headers: readonly HeaderPair[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([candidate]) => candidate.toLowerCase() === wanted)?.[1];
}

/**
 * Query values by name, '' for a parameter without a value. The first value of a repeated parameter counts (AUTH-15).
 */
export function firstValues(query: readonly QueryParameter[]): Map<string, string> {
  const byName = new Map<string, string>();
  for (const [name, value = ''] of query) if (!byName.has(name)) byName.set(name, value);
  return byName;
}

/**
 * A header value without the spaces and tabs around it, which are not part of it (RFC 9110 5.5). A regular expression
 * would be quadratic on many of them.
 */
export function trimWhitespace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isWhitespace(text, start)) start += 1;
  while (end > start && isWhitespace(text, end - 1)) end -= 1;
  return text.slice(start, end);
}

function isWhitespace(text: string, index: number): boolean {
  return text[index] === ' ' || text[index] === '\t';
}

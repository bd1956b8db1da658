import type { Answer } from '../../client/exchange.ts';
import { headerValue, type WireRequest } from '../../client/request.ts';

/** The methods that nock knows. */
export const nockMethods: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']);

/** nock copies bodies several times. */
const longestForNock = 64 * 1024;

/**
 * Whether nock can play the exchange: it ignores GET with a body and unknown methods, turns bodies into text, decodes a
 * body whose Content-Encoding says so (which need not be true, META-03), and leaves the client waiting where it cannot
 * make a `Response` of the answer, or where the answer does not state its length.
 */
export function canNockPlay(request: WireRequest, answer: Answer): boolean {
  const { method, headers, body } = request;
  const bytes = (body?.length ?? 0) + answer.body.length;
  const hasKnownBody = method !== 'GET' || body === null || body.length === 0;
  const isPlain = headerValue(headers, 'Content-Encoding') === undefined;
  return nockMethods.has(method) && hasKnownBody && isPlain && bytes <= longestForNock && isResponse(method, answer);
}

function isResponse(method: string, { status, headers, body }: Answer): boolean {
  if (status < 200 || status > 599 || !headers.every(([name, value]) => token.test(name) && visible.test(value)))
    return false;
  if (method === 'HEAD' || bodiless.has(status)) return body.length === 0;
  // A 205 has no body for a `Response`, and may have one for HTTP (RFC 9110, section 15.3.6).
  const lengths = headers.filter(([name]) => name.toLowerCase() === 'content-length').map(([, value]) => value);
  return status !== 205 && lengths.every((length) => length === String(body.length));
}

const bodiless: ReadonlySet<number> = new Set([204, 304]);

/** Names and values of fields, by RFC 9110. */
const token = /^[\w!#$%&'*+.^`|~-]+$/u;
const visible = /^[\t\u{20}-\u{7e}\u{80}-\u{ff}]*$/u;

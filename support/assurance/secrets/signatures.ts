import type { SeenRequest } from '../../fault-proxy/fault.ts';
import type { KnownSecret } from './secret-scanner.ts';

/** The shortest real one is base64 of twenty bytes. */
const shortest = 27;

/** The signatures that requests carried, in a header or in the URL. */
export function signaturesIn(requests: readonly SeenRequest[]): readonly KnownSecret[] {
  const signatures = new Set(requests.flatMap((request) => [...inHeaders(request), ...inTarget(request)]));
  return [...signatures].filter(isReal).map((text) => ({ what: 'a signature', text }));
}

/** Scenarios also send signatures that they make up: short ones, and `AAA…`, which any embedded font contains. */
function isReal(signature: string): boolean {
  return signature.length >= shortest && !/^(.)\1+=?$/u.test(signature);
}

function inHeaders({ headers }: SeenRequest): readonly string[] {
  return headers.flatMap((name, at) => {
    const value = headers[at + 1] ?? '';
    if (at % 2 === 1 || name.toLowerCase() !== 'authorization') return [];
    return [/^OSS [^:\s]+:(.+)$/u.exec(value)?.[1] ?? '', /Signature=([\da-f]+)/u.exec(value)?.[1] ?? ''];
  });
}

function inTarget({ target }: SeenRequest): readonly string[] {
  const query = new URLSearchParams(target.split('?', 2)[1] ?? '');
  return [...query.getAll('Signature'), ...query.getAll('x-oss-signature')].map((value) => value.replaceAll(' ', '+'));
}

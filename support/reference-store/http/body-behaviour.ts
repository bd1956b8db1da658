import { createHash } from 'node:crypto';
import { Refusal } from '../errors/refusal.ts';
import type { Operation } from './operation.ts';
import type { BodyProblem } from './request-body.ts';
import { headerValue } from './store-request.ts';
import type { HeaderPair, StoreRequest } from './store-request.ts';

/** How the document of a request is read. */
export interface BodyBehaviour {
  /** Whether the request announces its body in a readable way. */
  readonly framing: (request: StoreRequest, operation: Operation) => Refusal | null;
  /** Bytes. */
  readonly limit: (operation: Operation) => number;
  readonly tooLarge: (limit: number) => Refusal;
  readonly broken: (problem: BodyProblem) => Refusal;
  /** Content-MD5 against the body. */
  readonly digest: (body: Uint8Array, headers: readonly HeaderPair[]) => Refusal | null;
}

export const documentedBody: BodyBehaviour = {
  // ENV-14. A chunked body announces itself.
  framing({ body }, operation) {
    if (operation.body !== 'configuration' || body.isChunked || body.announcedLength !== null) return null;
    return new Refusal({
      status: 411,
      code: 'MissingContentLength',
      message: 'You must provide the Content-Length HTTP header.',
      ec: '0017-00000101',
    });
  },

  // The limit for configuration XML is documented nowhere (ENV-16); a rule is a few hundred bytes.
  limit: () => 64 * 1024,

  tooLarge: (limit) =>
    new Refusal({
      status: 400,
      code: 'EntityTooLarge',
      message: 'Your proposed upload exceeds the maximum allowed size.',
      details: [['MaxSizeAllowed', String(limit)]],
    }),

  broken: brokenBody,
  digest: checkDigest,
};

function brokenBody(problem: BodyProblem): Refusal {
  switch (problem) {
    case 'cut-short':
    case 'malformed':
      // ENV-15.
      return new Refusal({
        status: 400,
        code: 'IncompleteBody',
        message: 'You did not provide the number of bytes specified by the Content-Length HTTP header.',
        ec: '0017-00000505',
      });
    case 'too-slow':
      return requestTimeout();
  }
}

/** ENV-21. */
export function requestTimeout(): Refusal {
  return new Refusal({
    status: 400,
    code: 'RequestTimeout',
    message:
      'Your socket connection to the server was not read from or written to within the timeout period. Idle connections will be closed.',
  });
}

/** ENV-25: base64 of the 16 bytes of the digest, checked if it is sent (PBE-14). */
function checkDigest(body: Uint8Array, headers: readonly HeaderPair[]): Refusal | null {
  const claimed = headerValue(headers, 'content-md5');
  if (claimed === undefined) return null;
  if (!/^[A-Za-z0-9+/]{22}==$/.test(claimed)) return invalidDigest('0017-00000502');
  const actual = createHash('md5').update(body).digest('base64');
  return claimed === actual ? null : invalidDigest('0017-00000503');
}

function invalidDigest(ec: string): Refusal {
  return new Refusal({ status: 400, code: 'InvalidDigest', message: 'The Content-MD5 you specified was invalid.', ec });
}

import { Refusal, invalidArgument } from '../errors/refusal.ts';
import { requestTimeout } from './body-behaviour.ts';

/** Why bytes on a connection are not a request. */
export type ProtocolProblem =
  | 'not HTTP'
  | 'unknown method'
  | 'bad length' // Content-Length is no number, or contradicts Transfer-Encoding
  | 'headers too large'
  | 'cut short'
  | 'too slow'
  | 'connection lost';

/** An error of Node's HTTP parser: a code, and the bytes at fault. */
export interface ParserError extends NodeJS.ErrnoException {
  readonly rawPacket?: Uint8Array;
}

export function problemOf(error: ParserError): ProtocolProblem {
  const { code = '' } = error;
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return 'headers too large';
    case 'HPE_INVALID_METHOD':
      return isRequestLine(error.rawPacket) ? 'unknown method' : 'not HTTP';
    case 'HPE_INVALID_CONTENT_LENGTH':
    case 'HPE_UNEXPECTED_CONTENT_LENGTH':
    case 'HPE_INVALID_TRANSFER_ENCODING':
      return 'bad length';
    case 'HPE_INVALID_EOF_STATE':
      return 'cut short';
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 'too slow';
    default:
      return code.startsWith('HPE_') ? 'not HTTP' : 'connection lost';
  }
}

/** Methods are case-sensitive (GBE-01): `get` is an unknown one. */
function isRequestLine(bytes: Uint8Array = new Uint8Array()): boolean {
  return /^[A-Za-z]+ \S+ HTTP\/1\.[01]\r?\n/.test(Buffer.from(bytes).toString('latin1'));
}

/** The documentation names no code for most of these; InvalidArgument is its general one for what cannot be parsed (ENV-20). */
export function refusalOf(problem: ProtocolProblem): Refusal {
  switch (problem) {
    case 'too slow':
      return requestTimeout();
    case 'bad length':
      // ENV-15.
      return invalidArgument('The Content-Length header is invalid.', { name: 'Content-Length', ec: '0017-00000103' });
    case 'headers too large':
      return invalidArgument('The request line and headers exceed the maximum allowed size.');
    case 'unknown method':
      return new Refusal({
        status: 405,
        code: 'MethodNotAllowed',
        message: 'The specified method is not allowed against this resource.',
        headers: [['Allow', 'GET DELETE HEAD PUT POST OPTIONS']],
      });
    case 'not HTTP':
    case 'cut short':
    case 'connection lost':
      return invalidArgument('The request is not valid HTTP/1.1.');
  }
}

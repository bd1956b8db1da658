import type { FaultKind, FaultPhase, WireFault } from './exchange.ts';
import type { Limits } from './limits.ts';

/**
 * What an error of undici, node:net or node:tls means for the exchange, or `null` where it is no fault of the wire
 * (the request could not be sent as it is, the client is closed). Messages are made of codes and the origin only: an
 * error's own text may quote what was sent.
 */
export function faultFrom(error: unknown, phase: FaultPhase, origin: string): WireFault | null {
  const { code, detail } = describe(error);
  const kind = kindOf(code);
  return kind === null ? null : { kind, phase, message: messageOf(kind, phase, origin, code, detail) };
}

/** A deadline passed. */
export function timeoutFault(phase: FaultPhase, origin: string, limits: Limits): WireFault {
  return { kind: 'timeout', phase, message: timeoutMessage(phase, origin, limits) };
}

/** The answer is larger than the limits allow. */
export function tooLargeFault(phase: 'headers' | 'body', origin: string, limits: Limits): WireFault {
  const bytes = phase === 'headers' ? limits.maxHeaderBytes : limits.maxBodyBytes;
  const part = phase === 'headers' ? 'header' : 'body';
  return { kind: 'too-large', phase, message: `${origin} sent an answer ${part} of more than ${bytes} bytes.` };
}

/** The answer is not HTTP. `reason` is the reader's own, never the store's bytes. */
export function malformedFault(phase: FaultPhase, origin: string, reason: string): WireFault {
  return { kind: 'malformed', phase, message: `${origin} sent an answer that is not HTTP: ${reason}.` };
}

/** The connection ended before the answer was whole. */
export function resetFault(phase: FaultPhase, origin: string, code: string): WireFault {
  return { kind: 'reset', phase, message: messageOf('reset', phase, origin, code, '') };
}

function kindOf(code: string): FaultKind | null {
  if (dnsCodes.has(code)) return 'dns';
  if (refusedCodes.has(code)) return 'refused';
  if (timeoutCodes.has(code)) return 'timeout';
  if (resetCodes.has(code)) return 'reset';
  if (tooLargeCodes.has(code)) return 'too-large';
  // HPE_ is llhttp, the parser of undici. bad response and bad upgrade are its refusals of unasked 1xx answers.
  if (code.startsWith('HPE_')) return 'malformed';
  if (tlsCode.test(code)) return 'tls';
  return null;
}

const dnsCodes: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME', 'EAI_FAIL']);
const refusedCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EACCES',
]);
const timeoutCodes: ReadonlySet<string> = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);
const resetCodes: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]);
const tooLargeCodes: ReadonlySet<string> = new Set([
  'HPE_HEADER_OVERFLOW',
  'UND_ERR_HEADERS_OVERFLOW',
  'UND_ERR_RES_EXCEEDED_MAX_SIZE',
]);
const tlsCode =
  /^(?:EPROTO|ERR_TLS_|ERR_SSL_|CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERROR_IN_C|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)/;

function messageOf(kind: FaultKind, phase: FaultPhase, origin: string, code: string, detail: string): string {
  const messages: Readonly<Record<FaultKind, string>> = {
    dns: `The name of ${origin} does not resolve (${code}).`,
    refused: `Nobody listens at ${origin}, or it cannot be reached (${code}).`,
    tls: `The TLS handshake with ${origin} failed (${code}); a private CA is made known with NODE_EXTRA_CA_CERTS.`,
    reset: `${origin} closed the connection ${resetMoment[phase]} (${code}).`,
    timeout: `${origin} was silent for too long in the ${phase} phase (${code}).`,
    'too-large': `${origin} sent an answer that exceeds the limits (${code}).`,
    malformed: `${origin} sent an answer that is not HTTP: ${detail} (${code}).`,
  };
  return messages[kind];
}

const resetMoment: Readonly<Record<FaultPhase, string>> = {
  connect: 'before it stood',
  headers: 'without a whole answer header',
  body: 'before the answer body was whole',
};

function timeoutMessage(phase: FaultPhase, origin: string, limits: Limits): string {
  const messages: Readonly<Record<FaultPhase, string>> = {
    connect: `No connection to ${origin} within ${limits.connectMs} ms.`,
    headers: `${origin} sent no answer within ${limits.headersMs} ms.`,
    body: `${origin} did not finish the answer body within ${limits.bodyMs} ms.`,
  };
  return messages[phase];
}

/** The code that says most, and a detail that is safe to print (only the HTTP parser's, which is a constant). */
function describe(error: unknown): { code: string; detail: string } {
  // A connection that was tried over several addresses fails with all their errors; the first stands for them.
  if (error instanceof AggregateError && error.errors.length > 0) return describe(error.errors[0]);
  if (!(error instanceof Error)) return { code: '', detail: '' };
  if (error.message === 'bad response' || error.message === 'bad upgrade')
    return { code: 'HPE_UNEXPECTED_1XX', detail: 'a 1xx answer that was not asked for' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { code, detail: code.startsWith('HPE_') ? error.message : '' };
}

import type { FaultKind, FaultPhase, WireFault } from './exchange.ts';
import type { Wait } from './deadline.ts';
import type { Limits } from './limits.ts';
import { ProxyRefusal } from './proxy.ts';

/**
 * What an error of undici, node:net or node:tls means for the exchange. Messages contain only codes and the origin,
 * because an error's own text may quote the request.
 */
export function faultFrom(error: unknown, phase: FaultPhase, origin: string): WireFault {
  const { code, detail } = describe(error);
  const kind = kindOf(code);
  return { kind, phase, message: messageOf(kind, phase, origin, code, detail) };
}

/** A deadline passed. */
export function timeoutFault(wait: Wait, origin: string, limits: Limits): WireFault {
  return { kind: 'timeout', phase: phaseOf[wait], message: timeoutMessage(wait, origin, limits) };
}

const phaseOf: Readonly<Record<Wait, FaultPhase>> = {
  connection: 'connect',
  request: 'headers',
  answer: 'headers',
  body: 'body',
};

/** The answer is larger than the limits allow. */
export function tooLargeFault(phase: 'headers' | 'body', origin: string, limits: Limits): WireFault {
  const bytes = phase === 'headers' ? limits.maxHeaderBytes : limits.maxBodyBytes;
  const part = phase === 'headers' ? 'header' : 'body';
  return { kind: 'too-large', phase, message: `${origin} sent an answer ${part} of more than ${bytes} bytes.` };
}

/** The answer is not HTTP. `reason` is in the reader's words and never contains bytes of the store. */
export function malformedFault(phase: FaultPhase, origin: string, reason: string): WireFault {
  return { kind: 'malformed', phase, message: `${origin} sent an answer that is not HTTP: ${reason}.` };
}

/** The connection ended, without an error, before the answer was whole. */
export function closedFault(phase: FaultPhase, origin: string): WireFault {
  return { kind: 'reset', phase, message: messageOf('reset', phase, origin, 'end of stream', '') };
}

function kindOf(code: string): FaultKind {
  if (dnsCodes.has(code)) return 'dns';
  if (refusedCodes.has(code)) return 'refused';
  if (timeoutCodes.has(code)) return 'timeout';
  if (tooLargeCodes.has(code)) return 'too-large';
  if (code === malformedCode) return 'malformed';
  if (tlsCode.test(code)) return 'tls';
  // ECONNRESET, EPIPE, UND_ERR_SOCKET and everything else that ends a connection.
  return 'reset';
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
  'ERR_PROXY_REFUSAL',
]);
const timeoutCodes: ReadonlySet<string> = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);
const tooLargeCodes: ReadonlySet<string> = new Set([
  'HPE_HEADER_OVERFLOW',
  'UND_ERR_HEADERS_OVERFLOW',
  'UND_ERR_RES_EXCEEDED_MAX_SIZE',
]);
const tlsCode =
  /^(?:EPROTO|ERR_TLS_|ERR_SSL_|CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERROR_IN_C|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)/;

/** OpenSSL reads the first bytes of a plain answer as the version of TLS. */
function tlsRemedy(code: string): string {
  return code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG'
    ? 'what listens there does not speak TLS: http:// may be right'
    : 'for a private CA, give "caFile" in the target file or NODE_EXTRA_CA_CERTS';
}

function messageOf(kind: FaultKind, phase: FaultPhase, origin: string, code: string, detail: string): string {
  const messages: Readonly<Record<FaultKind, string>> = {
    dns: `The name of ${origin} does not resolve (${code}).`,
    refused: `Nothing listens at ${origin}, or it cannot be reached (${detail || code}).`,
    tls: `The TLS handshake with ${origin} failed (${code}); ${tlsRemedy(code)}.`,
    reset: `${origin} closed the connection ${resetMoment[phase]} (${code}).`,
    timeout: `${origin} was silent for too long in the ${phase} phase (${code}).`,
    'too-large': `${origin} sent an answer ${phase === 'body' ? 'body' : 'header'} that is too large (${code}).`,
    malformed: `${origin} sent an answer that is not HTTP: ${detail}.`,
  };
  return messages[kind];
}

const resetMoment: Readonly<Record<FaultPhase, string>> = {
  connect: 'before it was established',
  headers: 'before the answer header was complete',
  body: 'before the answer body was complete',
};

function timeoutMessage(wait: Wait, origin: string, { connectMs, answerMs, idleMs }: Limits): string {
  const messages: Readonly<Record<Wait, string>> = {
    connection: `No connection to ${origin} within ${connectMs} ms.`,
    request: `${origin} stopped reading the request for ${idleMs} ms.`,
    answer: `${origin} sent no answer within ${answerMs} ms.`,
    body: `${origin} stopped sending the answer body for ${idleMs} ms.`,
  };
  return messages[wait];
}

/** For undici's parser errors, which have no code. */
const malformedCode = 'HTTPParserError';

/** The most specific code, and a detail that is safe to print: the HTTP parser's, which is one of its constants. */
function describe(error: unknown): { code: string; detail: string } {
  // A connection attempt to several addresses fails with all their errors; the first is reported.
  if (error instanceof AggregateError && error.errors.length > 0) return describe(error.errors[0]);
  if (!(error instanceof Error)) return { code: 'unknown', detail: '' };
  if (error instanceof ProxyRefusal) return { code: 'ERR_PROXY_REFUSAL', detail: error.message };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  if (error.name === 'HTTPParserError' && !tooLargeCodes.has(code))
    return { code: malformedCode, detail: /\(([^()]+)\)$/.exec(error.message)?.[1] ?? 'unreadable' };
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH')
    return { code: malformedCode, detail: 'its lengths contradict each other' };
  // undici rejects 100 and 101, because it never requests them.
  if (error.message === 'bad response' || error.message === 'bad upgrade')
    return { code: malformedCode, detail: 'an interim answer that was not asked for' };
  return { code, detail: '' };
}

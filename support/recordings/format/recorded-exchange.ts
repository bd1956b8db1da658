import type { Answer, FaultKind, FaultPhase, WireFault } from '../../client/exchange.ts';
import { faultFrom } from '../../client/fault.ts';
import type { HeaderPair, WireRequest } from '../../client/request.ts';
import type { Outcome } from '../../client/wire.ts';
import { playBody, recordAnswerBody, recordRequestBody } from './recorded-body.ts';
import type { RecordedAnswer, RecordedExchange, RecordedRequest } from './recording.ts';

/** Records one exchange; `sent` are the bodies of the requests up to and including this one. Throws UnrecordableBody. */
export function recordExchange(request: WireRequest, outcome: Outcome, sent: readonly Uint8Array[]): RecordedExchange {
  const recorded = recordRequest(request);
  if ('answer' in outcome) return { request: recorded, answer: recordAnswer(outcome.answer, sent) };
  const { fault, partial } = outcome;
  const { kind, phase } = fault;
  return {
    request: recorded,
    fault: partial === null ? { kind, phase } : { kind, phase, partial: recordAnswer(partial, sent) },
  };
}

/** The outcome of an exchange, as the client would report it for that origin. */
export function playOutcome({ answer, fault }: RecordedExchange, origin: string, sent: readonly Uint8Array[]): Outcome {
  if (answer !== undefined) return { answer: playAnswer(answer, sent) };
  if (fault === undefined) throw new Error('a recorded exchange has neither answer nor fault');
  const { kind, phase, partial } = fault;
  return {
    fault: faultOf(kind, phase, origin),
    partial: partial === undefined ? null : playAnswer(partial, sent),
  };
}

/** The error with which undici or a socket reports such a fault. */
export function errorOf(kind: FaultKind): Error {
  const error = new Error('recorded');
  if (kind === 'malformed') return Object.assign(error, { name: 'HTTPParserError' });
  return Object.assign(error, { code: codes[kind] });
}

const codes: Readonly<Record<Exclude<FaultKind, 'malformed'>, string>> = {
  dns: 'ENOTFOUND',
  refused: 'ECONNREFUSED',
  tls: 'EPROTO',
  reset: 'ECONNRESET',
  timeout: 'UND_ERR_HEADERS_TIMEOUT',
  'too-large': 'UND_ERR_RES_EXCEEDED_MAX_SIZE',
};

/** `Name: value`, as in a file. */
export function headerLine([name, value]: HeaderPair): string {
  return `${name}: ${value}`;
}

function faultOf(kind: FaultKind, phase: FaultPhase, origin: string): WireFault {
  return faultFrom(errorOf(kind), phase, origin);
}

function recordRequest({ method, path, headers, body, framing }: WireRequest): RecordedRequest {
  const recorded = recordRequestBody(body ?? new Uint8Array());
  return {
    method,
    path,
    headers: headers.map(headerLine),
    ...(recorded === null ? {} : { body: recorded }),
    ...(framing === undefined ? {} : { framing }),
  };
}

function recordAnswer({ status, headers, body }: Answer, sent: readonly Uint8Array[]): RecordedAnswer {
  const recorded = recordAnswerBody(body, sent);
  return { status, headers: headers.map(headerLine), ...(recorded === null ? {} : { body: recorded }) };
}

export function playAnswer({ status, headers, body }: RecordedAnswer, sent: readonly Uint8Array[]): Answer {
  return { status, headers: headers.map(headerPair), body: playBody(body ?? null, sent) };
}

/** The request of a documented exchange, as sent to that origin. */
export function playRequest({ method, path, headers, body }: RecordedRequest, origin: string): WireRequest {
  return { origin, method, path, headers: headers.map(headerPair), body: playBody(body ?? null, []) };
}

function headerPair(line: string): HeaderPair {
  const colon = line.indexOf(': ');
  if (colon === -1) throw new Error(`a recorded header has no name: ${JSON.stringify(line)}`);
  return [line.slice(0, colon), line.slice(colon + 2)];
}

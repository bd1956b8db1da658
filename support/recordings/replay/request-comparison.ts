import type { WireRequest } from '../../client/request.ts';
import { describeBody, isRecordedBody, recordRequestBody } from '../format/recorded-body.ts';
import { headerLine } from '../format/recorded-exchange.ts';
import type { RecordedRequest } from '../format/recording.ts';

/**
 * Where a request differs from the recorded one, as `field: expected …, got …`; `null` if every byte is the same. The
 * keys are public placeholders, so signatures are compared, too.
 */
export function requestMismatch(recorded: RecordedRequest, request: WireRequest): string | null {
  const { method, path, framing } = request;
  return (
    mismatch('the method', recorded.method, method) ??
    mismatch('the path', recorded.path, path) ??
    mismatch('the framing', recorded.framing ?? 'HTTP', framing ?? 'HTTP') ??
    headerMismatch(recorded.headers, request.headers.map(headerLine)) ??
    bodyMismatch(recorded, request)
  );
}

function headerMismatch(recorded: readonly string[], sent: readonly string[]): string | null {
  const longer = Math.max(recorded.length, sent.length);
  for (let at = 0; at < longer; at += 1) {
    const [expected = 'no further header', got = 'no further header'] = [recorded[at], sent[at]];
    if (expected !== got) return mismatch(`header ${at + 1}`, expected, got);
  }
  return null;
}

function bodyMismatch(recorded: RecordedRequest, request: WireRequest): string | null {
  const sent = request.body ?? new Uint8Array();
  const body = recorded.body ?? null;
  if (isRecordedBody(sent, body)) return null;
  return `the body: expected ${describeBody(body)}, got ${describeBody(recordRequestBody(sent))}`;
}

function mismatch(field: string, expected: unknown, got: unknown): string | null {
  return expected === got ? null : `${field}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`;
}

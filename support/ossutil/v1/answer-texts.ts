import { STATUS_CODES } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { readErrorDocument } from '../../client/error-document.ts';
import type { Answer } from '../../client/exchange.ts';
import { headerValue } from '../../client/request.ts';
import { elementAt, textAt, type XmlElement } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';
import { printableLine } from '../../harness/evidence/printable.ts';
import { CommandFailure } from './command-failure.ts';
import type { Act } from './encryption-request.ts';

/** What ossutil prints for a successful answer (CLI-07, CLI-08). Throws CommandFailure for any other. */
export function textOf(act: Act, compressed: Answer): string {
  const answer = decompressed(compressed);
  if (answer.status < 200 || answer.status > 299) throw failure(act, serviceError(answer));
  if (act.method === 'get') return ruleText(answer);
  const expected = act.method === 'put' ? 200 : 204;
  if (answer.status === expected) return '';
  throw failure(
    act,
    `oss: status code from service response is ${statusLine(answer.status)}; was expecting ${statusLine(expected)}`,
  );
}

/** CLI-16: a failed get prints the error twice. */
export function failure({ method }: Act, text: string): CommandFailure {
  return new CommandFailure(text, method === 'get' ? `GetBucketEncryption error,info:${text}\n` : '');
}

/** Far more than any encryption rule or error document. */
const mostDecompressedBytes = 1024 * 1024;

/** The request has `Accept-Encoding: gzip`, so a store may compress its answer. */
function decompressed(answer: Answer): Answer {
  if (headerValue(answer.headers, 'Content-Encoding')?.toLowerCase() !== 'gzip') return answer;
  try {
    return { ...answer, body: gunzipSync(answer.body, { maxOutputLength: mostDecompressedBytes }) };
  } catch {
    throw new CommandFailure('gzip: invalid header');
  }
}

/** CLI-17. The request id is that of the header, not of the document. */
function serviceError(answer: Answer): string {
  const { status, headers, body } = answer;
  const requestId = printableLine(headerValue(headers, 'x-oss-request-id') ?? '');
  if (status < 400) return `oss: service returned ${status},${statusLine(status)}`;
  const reading = readErrorDocument(answer);
  if ('error' in reading) {
    const { code, message, ec, extra } = reading.error;
    const endpoint = extra.find(({ name }) => name === 'Endpoint')?.text ?? '';
    return errorText({ status, code, message: message ?? '', requestId, endpoint, ec: ec ?? '' });
  }
  const ec = headerValue(headers, 'x-oss-ec') ?? '';
  if (body.length === 0) return errorText({ status, code: '', message: '', requestId, endpoint: '', ec });
  return `oss: service returned invalid response body, status = ${statusLine(status)}, RequestId = ${requestId}${ec === '' ? '' : `, ec = ${printableLine(ec)}`}`;
}

interface ErrorParts {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
  readonly endpoint: string;
  readonly ec: string;
}

function errorText({ status, code, message, requestId, endpoint, ec }: ErrorParts): string {
  const parts = [
    `StatusCode=${status}`,
    `ErrorCode=${printableLine(code)}`,
    `ErrorMessage="${printableLine(message)}"`,
    `RequestId=${requestId}`,
    ...(endpoint === '' ? [] : [`Endpoint=${printableLine(endpoint)}`]),
    ...(ec === '' ? [] : [`Ec=${printableLine(ec)}`]),
  ];
  return `oss: service returned error: ${parts.join(', ')}`;
}

/** `404 Not Found`: with the registered reason phrase, because an exchange does not keep the store's. */
function statusLine(status: number): string {
  const phrase = STATUS_CODES[status];
  return phrase === undefined ? String(status) : `${status} ${phrase}`;
}

/** ossutil ignores the status here: an empty 204 fails because it is empty. */
function ruleText({ body }: Answer): string {
  const rule = ruleIn(body);
  const value = (name: string): string => printableLine(textAt(rule, name) ?? '');
  const algorithm = value('SSEAlgorithm');
  const lines = [`SSEAlgorithm:${algorithm}`];
  if (algorithm === 'KMS')
    lines.push(`KMSMasterKeyID:${value('KMSMasterKeyID')}`, `KMSDataEncryption:${value('KMSDataEncryption')}`);
  return `${lines.join('\n')}\n\n\n`;
}

function ruleIn(body: Uint8Array): XmlElement {
  if (body.length === 0) throw failure({ method: 'get' }, 'EOF');
  const xml = readXml(body);
  if ('fault' in xml) throw failure({ method: 'get' }, `XML syntax error: ${xml.fault.reason}`);
  if (xml.root.name !== 'ServerSideEncryptionRule')
    throw failure(
      { method: 'get' },
      `expected element type <ServerSideEncryptionRule> but have <${printableLine(xml.root.name)}>`,
    );
  return elementAt(xml.root, 'ApplyServerSideEncryptionByDefault') ?? { ...xml.root, children: [] };
}

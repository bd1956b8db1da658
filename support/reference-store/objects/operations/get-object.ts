import { anonymous } from '../../authorization/principal.ts';
import { Refusal } from '../../errors/refusal.ts';
import { emptyAnswer } from '../../http/answer.ts';
import type { Answer } from '../../http/answer.ts';
import type { ObjectCall } from '../../http/operation.ts';
import { headerValue } from '../../http/store-request.ts';
import type { HeaderPair, StoreRequest } from '../../http/store-request.ts';
import type { ObjectRecord } from '../../storage/stored-records.ts';
import { evaluateConditions } from '../conditions.ts';
import type { Span } from '../../object-encryption/segment-layout.ts';
import { openObject, readRecord } from '../object-reading.ts';
import type { ObjectReading } from '../object-reading.ts';
import { ruleOf } from '../object-context.ts';
import type { ObjectContext } from '../object-context.ts';
import { ObjectBody } from './object-body.ts';
import { compressedFor } from './compression.ts';
import {
  crcHeader,
  digestHeader,
  identifyingHeaders,
  namesOverrides,
  overrideHeaders,
  writeObjectHeaders,
} from './object-headers.ts';
import { readRange } from './range.ts';
import { reportEncryption } from './encryption-report.ts';

export async function getObject(context: ObjectContext, call: ObjectCall): Promise<Answer | Refusal> {
  const reading = await openObject(context, call);
  if (reading instanceof Refusal) return reading;
  try {
    const answer = await answerWith(context, call, reading);
    if (answer instanceof Refusal || answer.body === null) await reading.close();
    return answer;
  } catch (error) {
    await reading.close();
    throw error;
  }
}

async function answerWith(context: ObjectContext, call: ObjectCall, reading: ObjectReading): Promise<Answer | Refusal> {
  const { record } = reading;
  const early = notModifiedOrRefused(context, call, record);
  if (early !== null) return early;
  const range = readRange(call.request.headers, record.size);
  if (range instanceof Refusal) return range;
  const headers = responseHeaders(context, call, record, range);
  if (headers instanceof Refusal) return headers;
  const body = await ObjectBody.begin(reading, range ?? { offset: 0, length: record.size });
  return compressedFor(call.request.headers, { status: range === null ? 200 : 206, headers, body });
}

function responseHeaders(
  context: ObjectContext,
  { bucket, principal, request }: ObjectCall,
  record: ObjectRecord,
  range: Span | null,
): readonly HeaderPair[] | Refusal {
  const headers = writeObjectHeaders(record);
  if (principal === anonymous && namesOverrides(request.query)) return anonymousMayNotOverride();
  const chosen = overrideHeaders(headers, request.query);
  if (chosen instanceof Refusal) return chosen;
  const encryption = reportEncryption(context, 'GetObject', bucket, record);
  if (range === null) return [...chosen, contentLength(record.size), ...digestHeader(record), ...encryption];
  const last = range.offset + range.length - 1;
  const contentRange: HeaderPair = ['Content-Range', `bytes ${range.offset}-${last}/${record.size}`];
  return [...chosen, contentLength(range.length), contentRange, ...encryption];
}

export async function headObject(context: ObjectContext, call: ObjectCall): Promise<Answer | Refusal> {
  const record = await readRecord(context, call);
  if (record instanceof Refusal) return record;
  const early = notModifiedOrRefused(context, call, record);
  if (early !== null) return early;
  return emptyAnswer(200, [
    ...writeObjectHeaders(record),
    contentLength(record.size),
    ...digestHeader(record),
    ...reportEncryption(context, 'HeadObject', call.bucket, record),
  ]);
}

/** GetObjectMeta: only ETag, time and size. */
export async function getObjectMeta(context: ObjectContext, call: ObjectCall): Promise<Answer | Refusal> {
  const record = await readRecord(context, call);
  if (record instanceof Refusal) return record;
  return emptyAnswer(200, [...identifyingHeaders(record), contentLength(record.size), ...crcHeader(record)]);
}

/** The answer for an object that exists but is not sent. */
function notModifiedOrRefused(
  context: ObjectContext,
  { bucket, request }: ObjectCall,
  record: ObjectRecord,
): Answer | Refusal | null {
  const hidden = context.objects.hides(record, ruleOf(context, bucket));
  if (hidden !== null) return hidden;
  const verdict = evaluateConditions(readConditions(request), record);
  if (verdict === 'met') return null;
  return verdict === 'not modified' ? emptyAnswer(304, identifyingHeaders(record)) : verdict;
}

function readConditions({ headers }: StoreRequest): Parameters<typeof evaluateConditions>[0] {
  return {
    ifMatch: headerValue(headers, 'if-match'),
    ifNoneMatch: headerValue(headers, 'if-none-match'),
    ifModifiedSince: headerValue(headers, 'if-modified-since'),
    ifUnmodifiedSince: headerValue(headers, 'if-unmodified-since'),
  };
}

/** GetObject's page and the page of HTTP 400 errors. */
function anonymousMayNotOverride(): Refusal {
  return new Refusal({
    status: 400,
    code: 'InvalidRequest',
    message: 'Request specific response headers cannot be used for anonymous GET requests.',
  });
}

/** OBJ-26: of the plaintext, not of the bytes on disk. */
function contentLength(size: number): HeaderPair {
  return ['Content-Length', String(size)];
}

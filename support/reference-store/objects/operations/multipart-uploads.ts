import { Refusal, invalidArgument } from '../../errors/refusal.ts';
import { objectUrl } from '../../http/addressing.ts';
import { emptyAnswer, xmlAnswer } from '../../http/answer.ts';
import type { Answer } from '../../http/answer.ts';
import type { ObjectCall } from '../../http/operation.ts';
import { headerValue, queryValue } from '../../http/store-request.ts';
import type { HeaderPair, StoreRequest } from '../../http/store-request.ts';
import { childrenNamed, element } from '../../xml/element.ts';
import type { XmlElement } from '../../xml/element.ts';
import { malformedXml } from '../../xml/reading.ts';
import { writeXmlDocument } from '../../xml/writing.ts';
import { openSource } from '../object-copy.ts';
import { abortUpload, completeUpload, initiateUpload, uploadPart, uploadPartFrom } from '../multipart-upload.ts';
import type { ChosenPart } from '../chosen-parts.ts';
import type { UploadAddress } from '../multipart-upload.ts';
import type { Span } from '../../object-encryption/segment-layout.ts';
import type { ObjectContext } from '../object-context.ts';
import { missingPartNumber } from '../refusals.ts';
import { readCopyConditions, readCopySource } from './copy-source.ts';
import { incomingBody, readDocument } from './request-body.ts';
import { readEncryptionHeaders } from './encryption-headers.ts';
import { reportEncryption } from './encryption-report.ts';
import { crcHeader } from './object-headers.ts';
import { readForbidOverwrite, readUploadHeaders } from './upload-headers.ts';
import { readCopyRange } from './range.ts';

export async function answerInitiate(context: ObjectContext, call: ObjectCall): Promise<Answer | Refusal> {
  const { bucket, key, request } = call;
  const headers = readUploadHeaders(request.headers);
  if (headers instanceof Refusal) return headers;
  const isSequential = queryValue(request.query, 'sequential') !== undefined;
  const { stored, ...others } = headers;
  const chosen = { headers: stored, ...others, isSequential };
  const upload = await initiateUpload(context, { bucket, key }, chosen, readEncryptionHeaders(request.headers));
  if (upload instanceof Refusal) return upload;
  const encryption = reportEncryption(context, 'InitiateMultipartUpload', bucket, upload);
  return documentAnswer('InitiateMultipartUploadResult', encryption, [
    ...nameElements(call),
    element('UploadId', upload.uploadId),
  ]);
}

export async function answerUploadPart(context: ObjectContext, call: ObjectCall): Promise<Answer | Refusal> {
  const partNumber = readPartNumber(call.request);
  if (partNumber instanceof Refusal) return partNumber;
  const body = incomingBody(call.request);
  if (body instanceof Refusal) return body;
  const stored = await uploadPart(context, addressOf(call), partNumber, body);
  if (stored instanceof Refusal) return stored;
  const { etag, crc64 } = stored.part;
  return emptyAnswer(200, [
    ['ETag', `"${etag}"`],
    ['Content-MD5', Buffer.from(etag, 'hex').toString('base64')],
    ...crcHeader({ crc64 }),
    ...reportEncryption(context, 'UploadPart', call.bucket, stored.upload),
  ]);
}

export async function answerUploadPartCopy(context: ObjectContext, call: ObjectCall): Promise<Answer | Refusal> {
  const { principal, request } = call;
  const partNumber = readPartNumber(request);
  if (partNumber instanceof Refusal) return partNumber;
  const source = readCopySource(context, principal, request.headers, { needsSlash: true });
  if (source instanceof Refusal) return source;
  const reading = await openSource(context, source, readCopyConditions(request.headers));
  if (reading instanceof Refusal) return reading;
  if (reading === 'not modified') return emptyAnswer(304);
  try {
    const { size } = reading.record;
    const range = readCopyRange(request.headers, size);
    const chunks = reading.read(range ?? { offset: 0, length: size });
    const stored = await uploadPartFrom(context, addressOf(call), partNumber, chunks);
    if (stored instanceof Refusal) return stored;
    const encryption = reportEncryption(context, 'UploadPartCopy', call.bucket, stored.upload);
    const etag = `"${stored.part.etag}"`;
    const { crc64 } = stored.part;
    // The page's sample has it only in the document; the official Node.js SDK reads the header.
    return documentAnswer(
      'CopyPartResult',
      [['ETag', etag], ...contentRange(range, size), ...crcHeader({ crc64 }), ...encryption],
      [element('LastModified', new Date(stored.part.lastModified).toISOString()), element('ETag', etag)],
    );
  } finally {
    await reading.close();
  }
}

/** Only where the range was used. */
function contentRange(range: Span | null, size: number): readonly HeaderPair[] {
  if (range === null) return [];
  return [['Content-Range', `bytes ${range.offset}-${range.offset + range.length - 1}/${size}`]];
}

export async function answerComplete(context: ObjectContext, call: ObjectCall): Promise<Answer | Refusal> {
  const completesAll = headerValue(call.request.headers, 'x-oss-complete-all')?.toLowerCase() === 'yes';
  const chosen = await (completesAll ? readNoParts : readChosenParts)(call.request);
  if (chosen instanceof Refusal) return chosen;
  const forbidOverwrite = readForbidOverwrite(call.request.headers);
  if (forbidOverwrite instanceof Refusal) return forbidOverwrite;
  const record = await completeUpload(context, addressOf(call), chosen, forbidOverwrite);
  if (record instanceof Refusal) return record;
  const encryption = reportEncryption(context, 'CompleteMultipartUpload', call.bucket, record);
  const etag: HeaderPair = ['ETag', `"${record.etag}"`];
  return documentAnswer(
    'CompleteMultipartUploadResult',
    [etag, ...crcHeader(record), ...encryption],
    [
      element('Location', objectUrl(call.request, call.bucket, call.key)),
      ...nameElements(call),
      element('ETag', `"${record.etag}"`),
    ],
  );
}

export async function answerAbort(context: ObjectContext, call: ObjectCall): Promise<Answer | Refusal> {
  return (await abortUpload(context, addressOf(call))) ?? emptyAnswer(204);
}

/** `encoding-type=url` is for keys XML cannot hold. */
export function nameElements({ bucket, key, request }: ObjectCall): readonly XmlElement[] {
  const isEncoded = queryValue(request.query, 'encoding-type') === 'url';
  return [
    ...(isEncoded ? [element('EncodingType', 'url')] : []),
    element('Bucket', bucket),
    element('Key', isEncoded ? encodeURIComponent(key) : key),
  ];
}

export function addressOf({ bucket, key, request }: ObjectCall): UploadAddress {
  return { bucket, key, uploadId: queryValue(request.query, 'uploadId') ?? '' };
}

function documentAnswer(root: string, headers: readonly HeaderPair[], children: readonly XmlElement[]): Answer {
  const answer = xmlAnswer(200, writeXmlDocument(element(root, children)));
  return { ...answer, headers: [...answer.headers, ...headers] };
}

function readPartNumber({ query }: StoreRequest): number | Refusal {
  const text = queryValue(query, 'partNumber') ?? '';
  if (text === '') return missingPartNumber();
  const partNumber = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (partNumber >= 1 && partNumber <= 10_000) return partNumber;
  return invalidArgument('Part number must be an integer between 1 and 10000, inclusive.', {
    name: 'PartNumber',
    value: text,
    ec: '0017-00000220',
  });
}

/** `x-oss-complete-all: yes` takes all uploaded parts; a body would contradict it (EC 0042-00000216). */
async function readNoParts({ body }: StoreRequest): Promise<'all' | Refusal> {
  const bytes = await body.readWhole(0);
  if (bytes !== null) return 'all';
  // The message of the service, spelled as on its page.
  return invalidArgument('Should not speficy both complete all header and http body.', {
    name: 'x-oss-complete-all',
    ec: '0042-00000216',
  });
}

/** `<CompleteMultipartUpload><Part><PartNumber>…</PartNumber><ETag>…</ETag></Part>…</CompleteMultipartUpload>`. */
async function readChosenParts(request: StoreRequest): Promise<readonly ChosenPart[] | Refusal> {
  const root = await readDocument(request, 'CompleteMultipartUpload');
  if (root instanceof Refusal) return root;
  const chosen = childrenNamed(root, 'Part').map((part) => ({
    partNumber: Number(childrenNamed(part, 'PartNumber')[0]?.text),
    etag: (childrenNamed(part, 'ETag')[0]?.text ?? '').trim().replaceAll('"', ''),
  }));
  const isWhole = chosen.every(({ partNumber }) => Number.isSafeInteger(partNumber));
  // Without any part, the object is empty: a live test of the Go SDK V2.
  return isWhole ? chosen : malformedXml();
}

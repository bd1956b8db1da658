import { firstPage } from '../../buckets/paging.ts';
import { Refusal, invalidArgument } from '../../errors/refusal.ts';
import { xmlAnswer } from '../../http/answer.ts';
import type { Answer } from '../../http/answer.ts';
import type { BucketCall, ObjectCall } from '../../http/operation.ts';
import { queryValue } from '../../http/store-request.ts';
import type { QueryParameter } from '../../http/store-request.ts';
import type { PartRecord, UploadRecord } from '../../storage/stored-records.ts';
import { compareUtf8 } from '../../storage/key-index.ts';
import { element } from '../../xml/element.ts';
import type { XmlElement } from '../../xml/element.ts';
import { writeXmlDocument } from '../../xml/writing.ts';
import { findUpload } from '../multipart-upload.ts';
import type { ObjectContext } from '../object-context.ts';
import { addressOf, nameElements } from './multipart-uploads.ts';

/** Listings of parts and of uploads have up to 1,000 entries, which is also the default. */
const mostEntries = 1000;

export async function answerListParts(context: ObjectContext, call: ObjectCall): Promise<Answer | Refusal> {
  const { query } = call.request;
  const mostParts = readCount(query, 'max-parts', 1);
  if (mostParts instanceof Refusal) return mostParts;
  const marker = queryValue(query, 'part-number-marker') ?? '0';
  const upload = await findUpload(context, addressOf(call));
  if (upload instanceof Refusal) return upload;
  const bucket = await context.storage.bucket(call.bucket);
  const parts = (bucket.uploads.parts(upload.uploadId) ?? []).filter(({ partNumber }) => partNumber > Number(marker));
  const { entries, isTruncated } = firstPage(parts, mostParts);
  const document = element('ListPartsResult', [
    ...nameElements(call),
    element('UploadId', upload.uploadId),
    element('StorageClass', 'Standard'),
    element('PartNumberMarker', marker),
    element('NextPartNumberMarker', String(entries.at(-1)?.partNumber ?? '')),
    element('MaxParts', String(mostParts)),
    element('IsTruncated', String(isTruncated)),
    ...entries.map(describePart),
  ]);
  return xmlAnswer(200, writeXmlDocument(document));
}

function describePart({ partNumber, lastModified, etag, extent }: PartRecord): XmlElement {
  return element('Part', [
    element('PartNumber', String(partNumber)),
    element('LastModified', new Date(lastModified).toISOString()),
    element('ETag', `"${etag}"`),
    element('Size', String(extent.size)),
  ]);
}

/** One line of the listing: an upload, or all uploads whose keys go on beyond the delimiter. */
type Entry =
  | { readonly kind: 'upload'; readonly upload: UploadRecord }
  | { readonly kind: 'prefix'; readonly prefix: string };

interface Question {
  readonly prefix: string;
  /** Empty for none. */
  readonly delimiter: string;
  readonly keyMarker: string;
  readonly uploadIdMarker: string;
}

export async function answerListUploads(context: ObjectContext, call: BucketCall): Promise<Answer | Refusal> {
  const { query } = call.request;
  const mostUploads = readCount(query, 'max-uploads', 1);
  if (mostUploads instanceof Refusal) return mostUploads;
  const question: Question = {
    prefix: queryValue(query, 'prefix') ?? '',
    delimiter: queryValue(query, 'delimiter') ?? '',
    keyMarker: queryValue(query, 'key-marker') ?? '',
    uploadIdMarker: queryValue(query, 'upload-id-marker') ?? '',
  };
  const { uploads } = await context.storage.bucket(call.bucket);
  const { entries, isTruncated } = firstPage(entriesOf(uploads.list(), question), mostUploads);
  const isEncoded = queryValue(query, 'encoding-type') === 'url';
  const name = (text: string): string => (isEncoded ? encodeURIComponent(text) : text);
  const last = entries.at(-1);
  const document = element('ListMultipartUploadsResult', [
    ...(isEncoded ? [element('EncodingType', 'url')] : []),
    element('Bucket', call.bucket),
    element('KeyMarker', name(question.keyMarker)),
    element('UploadIdMarker', question.uploadIdMarker),
    element('NextKeyMarker', name(last === undefined ? '' : nameOf(last))),
    element('NextUploadIdMarker', last?.kind === 'upload' ? last.upload.uploadId : ''),
    element('Delimiter', name(question.delimiter)),
    element('Prefix', name(question.prefix)),
    element('MaxUploads', String(mostUploads)),
    element('IsTruncated', String(isTruncated)),
    ...entries.map((entry) => describeEntry(entry, name)),
  ]);
  return xmlAnswer(200, writeXmlDocument(document));
}

function describeEntry(entry: Entry, name: (text: string) => string): XmlElement {
  if (entry.kind === 'prefix') return element('CommonPrefixes', [element('Prefix', name(entry.prefix))]);
  const { key, uploadId, initiated } = entry.upload;
  return element('Upload', [
    element('Key', name(key)),
    element('UploadId', uploadId),
    element('Initiated', new Date(initiated).toISOString()),
  ]);
}

function* entriesOf(uploads: readonly UploadRecord[], question: Question): Generator<Entry> {
  const { prefix, delimiter } = question;
  let latestPrefix: string | null = null;
  for (const upload of uploads) {
    if (!upload.key.startsWith(prefix) || !isAfter(upload, question)) continue;
    const end = delimiter === '' ? -1 : upload.key.indexOf(delimiter, prefix.length);
    if (end < 0) {
      yield { kind: 'upload', upload };
      continue;
    }
    const group = upload.key.slice(0, end + delimiter.length);
    if (group === latestPrefix || group === question.keyMarker) continue;
    latestPrefix = group;
    yield { kind: 'prefix', prefix: group };
  }
}

function nameOf(entry: Entry): string {
  return entry.kind === 'prefix' ? entry.prefix : entry.upload.key;
}

/** With an upload id as marker, the key's uploads with a greater id are listed too; without a key, that marker is ignored. */
function isAfter(upload: UploadRecord, { keyMarker, uploadIdMarker }: Question): boolean {
  const order = compareUtf8(upload.key, keyMarker);
  if (order !== 0 || uploadIdMarker === '') return order > 0;
  return compareUtf8(upload.uploadId, uploadIdMarker) > 0;
}

function readCount(query: readonly QueryParameter[], name: string, least: number): number | Refusal {
  const text = queryValue(query, name);
  if (text === undefined) return mostEntries;
  const count = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (count >= least && count <= mostEntries) return count;
  return invalidArgument(`Argument ${name} must be an integer between ${least} and ${mostEntries}.`, {
    name,
    value: text,
  });
}

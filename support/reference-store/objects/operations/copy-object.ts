import { Refusal, invalidArgument } from '../../errors/refusal.ts';
import { emptyAnswer, xmlAnswer } from '../../http/answer.ts';
import type { Answer } from '../../http/answer.ts';
import type { ObjectCall } from '../../http/operation.ts';
import { headerValue } from '../../http/store-request.ts';
import type { HeaderPair } from '../../http/store-request.ts';
import type { StoredHeaders } from '../../storage/stored-records.ts';
import { element } from '../../xml/element.ts';
import { writeXmlDocument } from '../../xml/writing.ts';
import { copyObject } from '../object-copy.ts';
import type { ObjectContext } from '../object-context.ts';
import { readCopyConditions, readCopySource } from './copy-source.ts';
import { readEncryptionHeaders } from './encryption-headers.ts';
import { reportEncryption } from './encryption-report.ts';
import { forbidsOverwrite, readStoredHeaders } from './object-headers.ts';

export async function answerCopyObject(context: ObjectContext, call: ObjectCall): Promise<Answer | Refusal> {
  const { bucket, key, principal, request } = call;
  const source = readCopySource(context, principal, request.headers);
  if (source instanceof Refusal) return source;
  const headers = readCopyHeaders(request.headers, source.bucket === bucket && source.key === key);
  if (headers instanceof Refusal) return headers;
  const record = await copyObject(context, {
    source,
    conditions: readCopyConditions(request.headers),
    target: { bucket, key },
    headers,
    encryption: readEncryptionHeaders(request.headers),
    forbidOverwrite: forbidsOverwrite(request.headers),
  });
  if (record instanceof Refusal) return record;
  if (record === 'not modified') return emptyAnswer(304);
  const document = element('CopyObjectResult', [
    element('ETag', `"${record.etag}"`),
    element('LastModified', new Date(record.lastModified).toISOString()),
  ]);
  const answer = xmlAnswer(200, writeXmlDocument(document));
  const encryption = reportEncryption(context, 'CopyObject', bucket, record);
  return { ...answer, headers: [...answer.headers, ['ETag', `"${record.etag}"`], ...encryption] };
}

/** CopyObject's page: an object copied onto itself takes the headers of the request, whatever the directive. */
function readCopyHeaders(headers: readonly HeaderPair[], isOntoItself: boolean): StoredHeaders | Refusal | null {
  const name = 'x-oss-metadata-directive';
  const directive = (headerValue(headers, name) ?? 'COPY').toUpperCase();
  if (directive === 'REPLACE' || (directive === 'COPY' && isOntoItself)) return readStoredHeaders(headers);
  return directive === 'COPY' ? null : invalidArgument('The directive is COPY or REPLACE.', { name, value: directive });
}

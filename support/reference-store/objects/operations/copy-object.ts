import { Refusal, invalidArgument } from '../../errors/refusal.ts';
import { emptyAnswer, xmlAnswer } from '../../http/answer.ts';
import type { Answer } from '../../http/answer.ts';
import type { ObjectCall } from '../../http/operation.ts';
import { headerValue } from '../../http/store-request.ts';
import type { HeaderPair } from '../../http/store-request.ts';
import { element } from '../../xml/element.ts';
import { writeXmlDocument } from '../../xml/writing.ts';
import { copyObject } from '../object-copy.ts';
import type { ObjectContext } from '../object-context.ts';
import { readCopyConditions, readCopySource } from './copy-source.ts';
import { readEncryptionHeaders } from './encryption-headers.ts';
import { crcHeader } from './object-headers.ts';
import { readUploadHeaders } from './upload-headers.ts';
import { reportEncryption } from './encryption-report.ts';

export async function answerCopyObject(context: ObjectContext, call: ObjectCall): Promise<Answer | Refusal> {
  const { bucket, key, principal, request } = call;
  const source = readCopySource(context, principal, request.headers);
  if (source instanceof Refusal) return source;
  const isOntoItself = source.bucket === bucket && source.key === key;
  const own = readUploadHeaders(request.headers);
  if (own instanceof Refusal) return own;
  const directive = readDirective(request.headers);
  if (directive instanceof Refusal) return directive;
  const record = await copyObject(context, {
    source,
    conditions: readCopyConditions(request.headers),
    target: { bucket, key },
    // CopyObject's page: an object copied onto itself takes the headers of the request, whatever the directive.
    headers: directive === 'REPLACE' || isOntoItself ? own.stored : null,
    traits: own.traits,
    encryption: readEncryptionHeaders(request.headers),
    forbidOverwrite: own.forbidOverwrite,
  });
  if (record instanceof Refusal) return record;
  if (record === 'not modified') return emptyAnswer(304);
  const document = element('CopyObjectResult', [
    element('ETag', `"${record.etag}"`),
    element('LastModified', new Date(record.lastModified).toISOString()),
  ]);
  const answer = xmlAnswer(200, writeXmlDocument(document));
  const encryption = reportEncryption(context, 'CopyObject', bucket, record);
  return { ...answer, headers: [...answer.headers, ['ETag', `"${record.etag}"`], ...crcHeader(record), ...encryption] };
}

function readDirective(headers: readonly HeaderPair[]): 'COPY' | 'REPLACE' | Refusal {
  const name = 'x-oss-metadata-directive';
  const value = (headerValue(headers, name) ?? 'COPY').toUpperCase();
  if (value === 'COPY' || value === 'REPLACE') return value;
  return invalidArgument('The directive is COPY or REPLACE.', { name, value });
}

import { Refusal, invalidArgument } from '../../errors/refusal.ts';
import { emptyAnswer } from '../../http/answer.ts';
import type { Answer } from '../../http/answer.ts';
import type { ObjectCall } from '../../http/operation.ts';
import { queryValue } from '../../http/store-request.ts';
import { appendObject } from '../object-append.ts';
import { missingArgument } from '../refusals.ts';
import type { ObjectContext } from '../object-context.ts';
import { readEncryptionHeaders } from './encryption-headers.ts';
import { reportEncryption } from './encryption-report.ts';
import { incomingBody } from './request-body.ts';
import { crcHeader } from './object-headers.ts';
import { readUploadHeaders } from './upload-headers.ts';

export async function answerAppendObject(context: ObjectContext, call: ObjectCall): Promise<Answer | Refusal> {
  const { bucket, key, request } = call;
  const position = queryValue(request.query, 'position');
  if (position === undefined) return missingArgument('position');
  if (!/^\d{1,15}$/.test(position)) {
    return invalidArgument('The append position must be a non-negative integer.', {
      name: 'position',
      value: position,
    });
  }
  const body = incomingBody(request);
  if (body instanceof Refusal) return body;
  const headers = readUploadHeaders(request.headers);
  if (headers instanceof Refusal) return headers;
  const encryption = readEncryptionHeaders(request.headers);
  const record = await appendObject(context, {
    address: { bucket, key },
    position: Number(position),
    headers: headers.stored,
    traits: headers.traits,
    encryption,
    body,
  });
  if (record instanceof Refusal) return record;
  return emptyAnswer(200, [
    ['ETag', `"${record.etag}"`],
    ['x-oss-next-append-position', String(record.size)],
    ...crcHeader(record),
    ...reportEncryption(context, 'AppendObject', bucket, record),
  ]);
}

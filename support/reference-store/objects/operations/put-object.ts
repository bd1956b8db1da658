import { Refusal } from '../../errors/refusal.ts';
import { emptyAnswer } from '../../http/answer.ts';
import type { Answer } from '../../http/answer.ts';
import type { ObjectCall } from '../../http/operation.ts';
import { putObject } from '../object-upload.ts';
import type { ObjectContext } from '../object-context.ts';
import { readEncryptionHeaders } from './encryption-headers.ts';
import { forbidsOverwrite } from './object-headers.ts';
import { incomingBody } from './request-body.ts';
import { digestHeader, readStoredHeaders } from './object-headers.ts';
import { reportEncryption } from './encryption-headers.ts';

export async function answerPutObject(context: ObjectContext, call: ObjectCall): Promise<Answer | Refusal> {
  const { bucket, key, request } = call;
  const body = incomingBody(request);
  if (body instanceof Refusal) return body;
  const headers = readStoredHeaders(request.headers);
  if (headers instanceof Refusal) return headers;
  const record = await putObject(context, {
    operation: 'PutObject',
    address: { bucket, key },
    headers,
    encryption: readEncryptionHeaders(request.headers),
    forbidOverwrite: forbidsOverwrite(request.headers),
    body,
  });
  if (record instanceof Refusal) return record;
  return emptyAnswer(200, [
    ['ETag', `"${record.etag}"`],
    ...digestHeader(record),
    ...reportEncryption(context, 'PutObject', bucket, record),
  ]);
}

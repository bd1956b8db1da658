import { Refusal } from '../../errors/refusal.ts';
import { emptyAnswer } from '../../http/answer.ts';
import type { Answer } from '../../http/answer.ts';
import { notImplemented } from '../../http/routing.ts';
import type { HeaderPair } from '../../http/store-request.ts';
import type { ObjectCall } from '../../http/operation.ts';
import { putObject } from '../object-upload.ts';
import type { ObjectContext } from '../object-context.ts';
import { readEncryptionHeaders } from './encryption-headers.ts';
import { reportEncryption } from './encryption-report.ts';
import { digestHeaders } from './object-headers.ts';
import { incomingBody } from './request-body.ts';
import { readUploadHeaders } from './upload-headers.ts';

/** Conditions are for reads: live tests of the Go SDK have PutObject fail with If-Modified-Since. The code is ENV-18's. */
function refuseConditions(headers: readonly HeaderPair[]): Refusal | null {
  const found = headers.find(([name]) => /^if-(match|none-match|modified-since|unmodified-since)$/i.test(name));
  return found === undefined ? null : notImplemented(found[0]);
}

export async function answerPutObject(context: ObjectContext, call: ObjectCall): Promise<Answer | Refusal> {
  const { bucket, key, request } = call;
  const body = incomingBody(request);
  if (body instanceof Refusal) return body;
  const headers = readUploadHeaders(request.headers);
  if (headers instanceof Refusal) return headers;
  const conditional = refuseConditions(request.headers);
  if (conditional !== null) return conditional;
  const record = await putObject(context, {
    operation: 'PutObject',
    address: { bucket, key },
    headers: headers.stored,
    traits: headers.traits,
    encryption: readEncryptionHeaders(request.headers),
    forbidOverwrite: headers.forbidOverwrite,
    body,
  });
  if (record instanceof Refusal) return record;
  return emptyAnswer(200, [
    ['ETag', `"${record.etag}"`],
    ...digestHeaders(record),
    ...reportEncryption(context, 'PutObject', bucket, record),
  ]);
}

import type { Refusal } from '../../errors/refusal.ts';
import { headerValue } from '../../http/store-request.ts';
import type { HeaderPair, StoreRequest } from '../../http/store-request.ts';
import type { IncomingBody } from '../incoming-body.ts';
import { missingContentLength } from '../refusals.ts';

/** ENV-14: an upload says how long it is, or comes in chunks. */
export function incomingBody({ body, headers }: StoreRequest): IncomingBody | Refusal {
  if (body.announcedLength === null && !body.isChunked) return missingContentLength();
  return {
    chunks: body.stream(),
    isDisposable: true,
    announcedLength: body.announcedLength,
    contentMd5: headerValue(headers, 'content-md5'),
  };
}

export function forbidsOverwrite(headers: readonly HeaderPair[]): boolean {
  return headerValue(headers, 'x-oss-forbid-overwrite')?.toLowerCase() === 'true';
}

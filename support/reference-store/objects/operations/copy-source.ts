import { authorize } from '../../authorization/authorize.ts';
import type { Principal } from '../../authorization/principal.ts';
import { noSuchBucket } from '../../buckets/refusals.ts';
import { Refusal, invalidArgument } from '../../errors/refusal.ts';
import { percentDecode } from '../../http/request-target.ts';
import { headerValue } from '../../http/store-request.ts';
import type { HeaderPair } from '../../http/store-request.ts';
import type { Conditions } from '../conditions.ts';
import type { ObjectAddress, ObjectContext } from '../object-context.ts';

const sourceHeader = 'x-oss-copy-source';

export function hasCopySource(headers: readonly HeaderPair[]): boolean {
  return headerValue(headers, sourceHeader) !== undefined;
}

/** The object to copy; the caller must be allowed to read it. Only a copied part needs the slash (EC 0042-00000301). */
export function readCopySource(
  context: ObjectContext,
  principal: Principal,
  headers: readonly HeaderPair[],
  { needsSlash = false }: { readonly needsSlash?: boolean } = {},
): ObjectAddress | Refusal {
  const text = headerValue(headers, sourceHeader) ?? '';
  const source = needsSlash && !text.startsWith('/') ? malformedSource(text) : parse(text);
  if (source instanceof Refusal) return source;
  const bucket = context.buckets.get(source.bucket) ?? null;
  return (
    authorize({ principal, action: 'oss:GetObject', bucket }) ??
    (bucket === null ? noSuchBucket(source.bucket) : source)
  );
}

/** `/bucket/key`, percent-encoded. */
function parse(text: string): ObjectAddress | Refusal {
  const [, bucket = '', key = ''] = /^\/?([^/]+)\/([^?]+)$/.exec(text) ?? [];
  const decoded = percentDecode(key);
  return decoded !== null && decoded !== '' ? { bucket, key: decoded } : malformedSource(text);
}

function malformedSource(text: string): Refusal {
  return invalidArgument('Copy Source must mention the source bucket and key: /sourcebucket/sourcekey.', {
    name: sourceHeader,
    value: text,
  });
}

export function readCopyConditions(headers: readonly HeaderPair[]): Conditions {
  return {
    ifMatch: headerValue(headers, `${sourceHeader}-if-match`),
    ifNoneMatch: headerValue(headers, `${sourceHeader}-if-none-match`),
    ifModifiedSince: headerValue(headers, `${sourceHeader}-if-modified-since`),
    ifUnmodifiedSince: headerValue(headers, `${sourceHeader}-if-unmodified-since`),
  };
}

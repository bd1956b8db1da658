import { createHash } from 'node:crypto';
import { Refusal } from '../errors/refusal.ts';
import { emptyAnswer, xmlAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import { headerValue, queryValue } from '../http/store-request.ts';
import type { StoreRequest } from '../http/store-request.ts';
import { childrenNamed, element } from '../xml/element.ts';
import { malformedXml, readRequestDocument } from '../xml/reading.ts';
import { writeXmlDocument } from '../xml/writing.ts';
import { invalidDigest, missingContentMd5 } from './refusals.ts';

/** The deletion that a DeleteMultipleObjects requests. */
export interface Deletion {
  readonly keys: readonly string[];
  /** The answer names nothing. */
  readonly isQuiet: boolean;
  /** The answer names the keys percent-encoded. */
  readonly isEncoded: boolean;
}

/** The body of a DeleteMultipleObjects, and the request that it belongs to. */
export interface DeletionRequest {
  readonly body: Uint8Array;
  readonly request: StoreRequest;
}

/** The keys of a deletion, and whether each object existed. */
export type DeletedKeys = readonly { readonly key: string; readonly existed: boolean }[];

/** One request names at most 1,000 objects. */
const mostObjects = 1000;

/** DMO-13: "2 MB". */
const largestDeletion = 2 * 1024 * 1024;

/**
 * `<Delete><Quiet>…</Quiet><Object><Key>…</Key></Object>…</Delete>`. Keys may hold control characters, which all SDKs
 * send although XML has no room for them (DMO-08).
 */
export function readDeletion({ body, request }: DeletionRequest): Deletion | Refusal {
  const digest = checkContentMd5(body, headerValue(request.headers, 'content-md5'));
  if (digest !== null) return digest;
  if (body.length > largestDeletion) return malformedXml();
  const root = readRequestDocument(body, { allowsControlCharacters: true });
  if (root instanceof Refusal) return root;
  const keys = childrenNamed(root, 'Object').map((object) => childrenNamed(object, 'Key')[0]?.text ?? '');
  const quiet = childrenNamed(root, 'Quiet')[0]?.text ?? 'false';
  const isWhole = root.name === 'Delete' && keys.length > 0 && keys.length <= mostObjects && !keys.includes('');
  if (!isWhole || (quiet !== 'true' && quiet !== 'false')) return malformedXml();
  return { keys, isQuiet: quiet === 'true', isEncoded: wantsEncodedKeys(request) };
}

/** DMO-11: required, and compared before anything is deleted. */
function checkContentMd5(body: Uint8Array, claimed: string | undefined): Refusal | null {
  if (claimed === undefined) return missingContentMd5();
  if (!/^[A-Za-z0-9+/]{22}==$/.test(claimed)) return invalidDigest('malformed');
  return createHash('md5').update(body).digest('base64') === claimed ? null : invalidDigest('mismatch');
}

/** DMO-06: the page lists it among the headers, an older one among the parameters. */
function wantsEncodedKeys({ query, headers }: StoreRequest): boolean {
  return (queryValue(query, 'encoding-type') ?? headerValue(headers, 'encoding-type')) === 'url';
}

/** DMO-03: a key without an object is named like the others. */
export function answerDeletion({ isQuiet, isEncoded }: Deletion, deleted: DeletedKeys): Answer {
  if (isQuiet) return emptyAnswer(200);
  const keys = deleted.map(({ key }) => (isEncoded ? encodeURIComponent(key) : key));
  const document = element('DeleteResult', [
    ...(isEncoded ? [element('EncodingType', 'url')] : []),
    ...keys.map((key) => element('Deleted', [element('Key', key)])),
  ]);
  return xmlAnswer(200, writeXmlDocument(document));
}

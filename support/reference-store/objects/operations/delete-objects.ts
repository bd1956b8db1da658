import { Refusal } from '../../errors/refusal.ts';
import { emptyAnswer, xmlAnswer } from '../../http/answer.ts';
import type { Answer } from '../../http/answer.ts';
import type { BucketCall, ObjectCall } from '../../http/operation.ts';
import { queryValue } from '../../http/store-request.ts';
import { childrenNamed, element } from '../../xml/element.ts';
import { malformedXml } from '../../xml/reading.ts';
import { writeXmlDocument } from '../../xml/writing.ts';
import { deleteObject } from '../object-reading.ts';
import type { ObjectContext } from '../object-context.ts';
import { readDocument } from './request-body.ts';

export async function answerDeleteObject(context: ObjectContext, call: ObjectCall): Promise<Answer | Refusal> {
  await deleteObject(context, call);
  return emptyAnswer(204);
}

/** One request names at most 1,000 objects. */
const mostObjects = 1000;

interface Deletion {
  readonly keys: readonly string[];
  /** The answer lists only what could not be deleted. */
  readonly isQuiet: boolean;
}

/** DeleteMultipleObjects: `<Delete><Quiet>…</Quiet><Object><Key>…</Key></Object>…</Delete>`. */
export async function answerDeleteObjects(context: ObjectContext, call: BucketCall): Promise<Answer | Refusal> {
  const { bucket, request } = call;
  const deletion = await readDeletion(call);
  if (deletion instanceof Refusal) return deletion;
  for (const key of deletion.keys) await deleteObject(context, { bucket, key });
  if (deletion.isQuiet) return emptyAnswer(200);
  const isEncoded = queryValue(request.query, 'encoding-type') === 'url';
  const keys = isEncoded ? deletion.keys.map(encodeURIComponent) : deletion.keys;
  const document = element('DeleteResult', [
    ...(isEncoded ? [element('EncodingType', 'url')] : []),
    ...keys.map((key) => element('Deleted', [element('Key', key)])),
  ]);
  return xmlAnswer(200, writeXmlDocument(document));
}

/** Keys may hold control characters, which all SDKs send although XML has no room for them (DMO-08). */
async function readDeletion({ request }: BucketCall): Promise<Deletion | Refusal> {
  const root = await readDocument(request, 'Delete', { allowsControlCharacters: true });
  if (root instanceof Refusal) return root;
  const keys = childrenNamed(root, 'Object').map((object) => childrenNamed(object, 'Key')[0]?.text ?? '');
  if (keys.length === 0 || keys.length > mostObjects || keys.includes('')) return malformedXml();
  return { keys, isQuiet: childrenNamed(root, 'Quiet')[0]?.text === 'true' };
}

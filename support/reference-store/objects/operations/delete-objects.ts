import { Refusal } from '../../errors/refusal.ts';
import { emptyAnswer } from '../../http/answer.ts';
import type { Answer } from '../../http/answer.ts';
import type { BucketCall, ObjectCall } from '../../http/operation.ts';
import { deleteObject } from '../object-reading.ts';
import type { ObjectContext } from '../object-context.ts';
import { readWholeBody } from './request-body.ts';

export async function answerDeleteObject(context: ObjectContext, call: ObjectCall): Promise<Answer | Refusal> {
  await deleteObject(context, call);
  return emptyAnswer(204);
}

/** DeleteMultipleObjects. */
export async function answerDeleteObjects(context: ObjectContext, call: BucketCall): Promise<Answer | Refusal> {
  const { bucket, request } = call;
  const body = await readWholeBody(request);
  if (body instanceof Refusal) return body;
  const deletion = context.objects.deletion({ body, request });
  if (deletion instanceof Refusal) return deletion;
  const deleted: { key: string; existed: boolean }[] = [];
  for (const key of deletion.keys) deleted.push({ key, existed: await deleteObject(context, { bucket, key }) });
  return context.objects.deletionAnswer(deletion, deleted);
}

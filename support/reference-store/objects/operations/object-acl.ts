import { Refusal, invalidArgument } from '../../errors/refusal.ts';
import { emptyAnswer, xmlAnswer } from '../../http/answer.ts';
import type { Answer } from '../../http/answer.ts';
import type { ObjectCall } from '../../http/operation.ts';
import { element } from '../../xml/element.ts';
import { writeXmlDocument } from '../../xml/writing.ts';
import { aclOf } from '../../buckets/bucket-acl.ts';
import { describeOwner } from '../../buckets/bucket-documents.ts';
import { noSuchBucket } from '../../buckets/refusals.ts';
import type { ObjectAddress, ObjectContext } from '../object-context.ts';
import { changeAcl, readRecord } from '../object-reading.ts';
import { readObjectAcl } from './upload-headers.ts';

/** GetObjectACL. */
export async function answerGetObjectAcl(context: ObjectContext, call: ObjectCall): Promise<Answer | Refusal> {
  const bucket = context.buckets.get(call.bucket);
  if (bucket === undefined) return noSuchBucket(call.bucket);
  const record = await readRecord(context, call);
  if (record instanceof Refusal) return record;
  const document = element('AccessControlPolicy', [
    describeOwner(bucket.owner),
    element('AccessControlList', [element('Grant', record.acl ?? 'default')]),
  ]);
  return xmlAnswer(200, writeXmlDocument(document));
}

/** Whether the ACL of an object, or else that of its bucket, lets everyone do that. */
export async function isPublic(
  context: ObjectContext,
  address: ObjectAddress,
  access: 'read' | 'write',
): Promise<boolean> {
  const bucket = context.buckets.get(address.bucket);
  if (bucket === undefined) return false;
  const record = await readRecord(context, address);
  const own = record instanceof Refusal ? 'default' : (record.acl ?? 'default');
  const acl = own === 'default' ? aclOf(bucket) : own;
  return acl === 'public-read-write' || (access === 'read' && acl === 'public-read');
}

/** PutObjectACL. */
export async function answerPutObjectAcl(context: ObjectContext, call: ObjectCall): Promise<Answer | Refusal> {
  const acl = readObjectAcl(call.request.headers);
  if (acl instanceof Refusal) return acl;
  if (acl === null) return invalidArgument('The request names no ACL.', { name: 'x-oss-object-acl' });
  const record = await changeAcl(context, call, acl);
  return record instanceof Refusal ? record : emptyAnswer(200);
}

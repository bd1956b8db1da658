import type { Refusal } from '../../errors/refusal.ts';
import type { Answer } from '../../http/answer.ts';
import type { BucketOperation, ObjectCall, ObjectOperation, Operation } from '../../http/operation.ts';
import { queryValue } from '../../http/store-request.ts';
import type { FormAuthentication } from '../form/form-authentication.ts';
import { checkKey } from '../object-key.ts';
import type { ObjectAddress, ObjectContext } from '../object-context.ts';
import { noSuchUpload } from '../refusals.ts';
import { answerAppendObject } from './append-object.ts';
import { answerCopyObject } from './copy-object.ts';
import { hasCopySource } from './copy-source.ts';
import { answerDeleteObject, answerDeleteObjects } from './delete-objects.ts';
import { refuseLonelyContext } from './encryption-headers.ts';
import { getObject, getObjectMeta, headObject } from './get-object.ts';
import {
  answerAbort,
  answerComplete,
  answerInitiate,
  answerUploadPart,
  answerUploadPartCopy,
} from './multipart-uploads.ts';
import { answerGetObjectAcl, answerPutObjectAcl, isPublic } from './object-acl.ts';
import { answerPostObject } from './post-object.ts';
import { answerPutObject } from './put-object.ts';
import { answerListParts, answerListUploads } from './upload-listings.ts';

type Run = (context: ObjectContext, call: ObjectCall) => Promise<Answer | Refusal>;

/** Operations on objects, and operations on a bucket that deal with objects. */
export function objectOperations(context: ObjectContext & FormAuthentication): readonly Operation[] {
  return [...creatingOperations(context), ...otherOperations(context), ...bucketOperations(context)];
}

/** Those that decide how an object is encrypted: they take the encryption headers (OBJ-05). */
function creatingOperations(context: ObjectContext): readonly ObjectOperation[] {
  const isOpen = (address: ObjectAddress): Promise<boolean> => isPublic(context, address, 'write');
  const creating = { scope: 'object', action: 'oss:PutObject', body: 'stream', isOpen } as const;
  // A part whose upload is not named must not become the object.
  const put: Run = async (_context, call) =>
    isPart(call)
      ? noSuchUpload('', '0017-00000244')
      : (hasCopySource(call.request.headers) ? answerCopyObject : answerPutObject)(context, call);
  return [
    { ...creating, name: 'PutObject', method: 'PUT', subResource: null, run: asCreation(context, put) },
    {
      ...creating,
      name: 'AppendObject',
      method: 'POST',
      subResource: 'append',
      run: asCreation(context, answerAppendObject),
    },
    {
      ...creating,
      name: 'InitiateMultipartUpload',
      method: 'POST',
      subResource: 'uploads',
      run: asCreation(context, answerInitiate),
    },
  ];
}

function otherOperations(context: ObjectContext): readonly ObjectOperation[] {
  const part: Run = (_context, call) =>
    (hasCopySource(call.request.headers) ? answerUploadPartCopy : answerUploadPart)(context, call);
  const isOpen = (address: ObjectAddress): Promise<boolean> => isPublic(context, address, 'read');
  const reading = { action: 'oss:GetObject', body: 'none', isOpen } as const;
  const operations: readonly (Omit<ObjectOperation, 'scope' | 'run'> & { readonly run: Run })[] = [
    { ...reading, name: 'GetObject', method: 'GET', subResource: null, run: getObject },
    { ...reading, name: 'HeadObject', method: 'HEAD', subResource: null, run: headObject },
    { ...reading, name: 'GetObjectMeta', method: 'HEAD', subResource: 'objectMeta', run: getObjectMeta },
    {
      name: 'GetObjectACL',
      method: 'GET',
      subResource: 'acl',
      action: 'oss:GetObjectAcl',
      body: 'none',
      run: answerGetObjectAcl,
    },
    {
      name: 'PutObjectACL',
      method: 'PUT',
      subResource: 'acl',
      action: 'oss:PutObjectAcl',
      body: 'none',
      run: answerPutObjectAcl,
    },
    {
      name: 'DeleteObject',
      method: 'DELETE',
      subResource: null,
      action: 'oss:DeleteObject',
      body: 'none',
      run: answerDeleteObject,
    },
    { name: 'UploadPart', method: 'PUT', subResource: 'uploadId', action: 'oss:PutObject', body: 'stream', run: part },
    {
      name: 'CompleteMultipartUpload',
      method: 'POST',
      subResource: 'uploadId',
      action: 'oss:PutObject',
      body: 'stream',
      run: answerComplete,
    },
    {
      name: 'AbortMultipartUpload',
      method: 'DELETE',
      subResource: 'uploadId',
      action: 'oss:AbortMultipartUpload',
      body: 'none',
      run: answerAbort,
    },
    {
      name: 'ListParts',
      method: 'GET',
      subResource: 'uploadId',
      action: 'oss:ListParts',
      body: 'none',
      run: answerListParts,
    },
  ];
  return operations.map((operation) => ({
    ...operation,
    scope: 'object',
    run: withValidKey(context, operation.run),
  }));
}

function bucketOperations(context: ObjectContext & FormAuthentication): readonly BucketOperation[] {
  const bucket = { scope: 'bucket', bucketMustExist: true } as const;
  return [
    {
      ...bucket,
      name: 'PostObject',
      method: 'POST',
      subResource: null,
      action: 'oss:PutObject',
      body: 'stream',
      authenticatesItself: true,
      run: (call) => answerPostObject(context, call),
    },
    {
      ...bucket,
      name: 'DeleteMultipleObjects',
      method: 'POST',
      subResource: 'delete',
      action: 'oss:DeleteObject',
      body: 'stream',
      run: (call) => answerDeleteObjects(context, call),
    },
    {
      ...bucket,
      name: 'ListMultipartUploads',
      method: 'GET',
      subResource: 'uploads',
      action: 'oss:ListMultipartUploads',
      body: 'none',
      run: (call) => answerListUploads(context, call),
    },
  ];
}

function isPart({ request }: ObjectCall): boolean {
  return queryValue(request.query, 'partNumber') !== undefined;
}

function asCreation(context: ObjectContext, run: Run): ObjectOperation['run'] {
  return withValidKey(
    context,
    async (_context, call) => refuseLonelyContext(call.request.headers) ?? run(context, call),
  );
}

function withValidKey(context: ObjectContext, run: Run): ObjectOperation['run'] {
  return async (call) => checkKey(call.key) ?? run(context, call);
}

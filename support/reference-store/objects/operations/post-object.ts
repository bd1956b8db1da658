import { authorize } from '../../authorization/authorize.ts';
import { Refusal, invalidArgument } from '../../errors/refusal.ts';
import { objectUrl } from '../../http/addressing.ts';
import { emptyAnswer, xmlAnswer } from '../../http/answer.ts';
import type { Answer } from '../../http/answer.ts';
import type { BucketCall } from '../../http/operation.ts';
import { utf8 } from '../../http/request-target.ts';
import { headerValue } from '../../http/store-request.ts';
import type { HeaderPair } from '../../http/store-request.ts';
import type { ObjectRecord } from '../../storage/stored-records.ts';
import { element } from '../../xml/element.ts';
import { writeXmlDocument } from '../../xml/writing.ts';
import type { FormAuthentication } from '../form/form-authentication.ts';
import type { FormPolicy } from '../form/form-policy.ts';
import { FormFault, FormReader } from '../form/form-reader.ts';
import type { FormHead } from '../form/form-reader.ts';
import { putObject } from '../object-upload.ts';
import { checkKey } from '../object-key.ts';
import { entityTooLarge, entityTooSmall, malformedForm } from '../refusals.ts';
import type { ObjectContext } from '../object-context.ts';
import { readEncryptionHeaders } from './encryption-headers.ts';
import { readUploadHeaders } from './upload-headers.ts';
import { reportEncryption } from './encryption-report.ts';

type PostRoom = ObjectContext & FormAuthentication;

/** PostObject: the fields of a form hold the object's headers and the caller's signature. */
export async function answerPostObject(context: PostRoom, call: BucketCall): Promise<Answer | Refusal> {
  const boundary = context.objects.formBoundary(headerValue(call.request.headers, 'content-type') ?? '');
  if (boundary === null) return malformedForm();
  try {
    return await upload(context, call, new FormReader(call.request.body.stream(), boundary));
  } catch (error) {
    if (error instanceof FormFault) return malformedForm();
    if (error instanceof SizeFault) return error.refusal;
    throw error;
  }
}

async function upload(context: PostRoom, call: BucketCall, reader: FormReader): Promise<Answer | Refusal> {
  const head = await reader.readHead();
  const form = readForm(head, call);
  const policy = checkForm(context, call, form);
  if (policy instanceof Refusal) return policy;
  const headers = readUploadHeaders(form.headers);
  if (headers instanceof Refusal) return headers;
  const record = await putObject(context, {
    operation: 'PostObject',
    address: { bucket: call.bucket, key: form.key },
    headers: headers.stored,
    traits: headers.traits,
    encryption: readEncryptionHeaders(form.headers),
    forbidOverwrite: headers.forbidOverwrite,
    body: { chunks: limited(reader.file(), policy), isDisposable: false, announcedLength: null, contentMd5: undefined },
  });
  return record instanceof Refusal ? record : success(context, call, form, record);
}

/** The parts of a form for the upload. */
interface Form {
  readonly key: string;
  /** Texts by lower-case name, the bucket among them. */
  readonly fields: ReadonlyMap<string, string>;
  /**
   * The equivalent headers of a PutObject. OBJ-22: the fields; for encryption, if no field names it, the request's
   * headers.
   */
  readonly headers: readonly HeaderPair[];
}

/** @throws FormFault if a field is not UTF-8 or cannot be a header */
function readForm({ fields, fileName, fileType }: FormHead, { bucket, request }: BucketCall): Form {
  const texts = new Map([['bucket', bucket]]);
  for (const { name, value } of fields) if (!texts.has(name)) texts.set(name, decoded(value));
  const types = [texts.get('x-oss-content-type'), texts.get('content-type'), fileType ?? undefined];
  const type = types.find((candidate) => candidate !== undefined && candidate !== '');
  const headers: HeaderPair[] = fields
    .filter(({ name }) => name !== 'content-type')
    .map(({ name, value }) => [name, value]);
  // oxlint-disable-next-line no-control-regex
  if (headers.some(([name, value]) => name.startsWith('x-oss-') && /[\0-\x08\x0a-\x1f\x7f]/.test(value)))
    throw new FormFault('a field that becomes a header has control characters');
  if (type !== undefined) headers.push(['content-type', type]);
  headers.push(...request.headers.filter(([name]) => /^x-oss-server-side-/i.test(name)));
  // Only the file name counts, without the path on the user's computer.
  const key = (texts.get('key') ?? '').replaceAll('${filename}', decoded(fileName).replace(/^.*[/\\]/, ''));
  return { key, fields: texts, headers };
}

function decoded(latin1: string): string {
  const text = utf8(latin1);
  if (text === null) throw new FormFault('a field is not UTF-8');
  return text;
}

/** Whether the upload is allowed, and the allowed size of the file. */
function checkForm(
  context: PostRoom,
  { bucket }: BucketCall,
  { key, fields }: Form,
): Pick<FormPolicy, 'leastSize' | 'mostSize'> | Refusal {
  const { formPrincipal, formPolicy, formFields } = context.objects;
  const principal = formPrincipal(context, fields);
  if (principal instanceof Refusal) return principal;
  const denied = authorize({ principal, action: 'oss:PutObject', bucket: context.buckets.get(bucket) ?? null });
  if (denied !== null) return denied;
  if (!fields.has('key')) return invalidArgument('The form has no field named key.', { name: 'key' });
  const policy = formPolicy(fields.get('policy') ?? '');
  if (policy instanceof Refusal) return policy;
  return formFields(policy, fields, context.clock()) ?? checkKey(key) ?? policy;
}

class SizeFault extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

async function* limited(
  chunks: AsyncIterable<Uint8Array>,
  { leastSize, mostSize }: Pick<FormPolicy, 'leastSize' | 'mostSize'>,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > mostSize) throw new SizeFault(entityTooLarge(mostSize));
    yield chunk;
  }
  if (size < leastSize) throw new SizeFault(entityTooSmall(size, leastSize));
}

function success(context: PostRoom, { bucket, request }: BucketCall, form: Form, record: ObjectRecord): Answer {
  const { key, fields } = form;
  const etag = `"${record.etag}"`;
  const headers: HeaderPair[] = [['ETag', etag], ...reportEncryption(context, 'PostObject', bucket, record)];
  const redirect = fields.get('success_action_redirect');
  if (redirect !== undefined && URL.canParse(redirect)) {
    const target = new URL(redirect);
    for (const [name, value] of Object.entries({ bucket, key, etag })) target.searchParams.set(name, value);
    return emptyAnswer(303, [['Location', target.href], ...headers]);
  }
  const status = fields.get('success_action_status');
  if (status !== '201') return emptyAnswer(status === '200' ? 200 : 204, headers);
  const document = element('PostResponse', [
    element('Bucket', bucket),
    element('ETag', etag),
    element('Key', key),
    element('Location', objectUrl(request, bucket, key)),
  ]);
  const answer = xmlAnswer(201, writeXmlDocument(document));
  return { ...answer, headers: [...answer.headers, ...headers] };
}

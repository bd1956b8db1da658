import { createHash } from 'node:crypto';
import { emptyAnswer, xmlAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import { headerValue, queryValue } from '../http/store-request.ts';
import type { HeaderPair, StoreRequest } from '../http/store-request.ts';

interface EmulatedObject {
  readonly bytes: Buffer;
  readonly headers: readonly HeaderPair[];
  readonly modified: Date;
}

export interface ObjectRequest {
  readonly request: StoreRequest;
  readonly bucket: string;
  readonly key: string;
  readonly body: Buffer;
}

/**
 * Stores and returns objects as the source of the vendor's own emulator does (aliyun/oss-emulator): a name is the path of
 * a file; checksums, conditions, ACLs and x-oss-forbid-overwrite are ignored; an append writes at any position.
 */
export class EmulatedObjects {
  readonly #files = new Map<string, EmulatedObject>();
  readonly #createBucket: (name: string) => void;

  constructor(createBucket: (name: string) => void) {
    this.#createBucket = createBucket;
  }

  answer(asked: ObjectRequest): Answer {
    const { request, bucket, key } = asked;
    const path = pathOf(bucket, key);
    switch (request.method) {
      case 'PUT':
        return this.#write(path, asked);
      case 'POST':
        return this.#append(path, asked);
      case 'DELETE':
        this.#files.delete(path);
        return emptyAnswer(204);
      default:
        return this.#read(path, request);
    }
  }

  /** DeleteMultipleObjects: names go into the answer unescaped. */
  deleteAll(bucket: string, body: Buffer): Answer {
    const keys = Array.from(body.toString().matchAll(/<Key>([^<]*)<\/Key>/gu), ([, key = '']) =>
      key.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    );
    for (const key of keys) this.#files.delete(pathOf(bucket, key));
    const deleted = keys.map((key) => `<Deleted><Key>${key}</Key></Deleted>`).join('');
    return xmlAnswer(200, `<DeleteResult>${deleted}</DeleteResult>`);
  }

  list(bucket: string): Answer {
    const contents = [...this.#files]
      .filter(([path]) => path.startsWith(`${bucket}/`))
      .map(([path, { bytes, modified }]) => {
        const key = path.slice(bucket.length + 1);
        return `<Contents><Key>${key}</Key><LastModified>${modified.toISOString()}</LastModified><ETag>${md5(bytes)}</ETag><Size>${bytes.length}</Size><StorageClass>Standard</StorageClass></Contents>`;
      });
    return xmlAnswer(
      200,
      `<ListBucketResult><Name>${bucket}</Name><Prefix></Prefix><Marker></Marker><MaxKeys>100</MaxKeys><Delimiter></Delimiter><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`,
    );
  }

  isEmpty(bucket: string): boolean {
    return ![...this.#files.keys()].some((path) => path.startsWith(`${bucket}/`));
  }

  #write(path: string, { request, bucket, body }: ObjectRequest): Answer {
    if (queryValue(request.query, 'acl') !== undefined) return emptyAnswer(200);
    const source = headerValue(request.headers, 'x-oss-copy-source');
    if (source !== undefined) return this.#copy(path, bucket, source);
    this.#files.set(path, { bytes: body, headers: keptHeaders(request.headers), modified: new Date() });
    return emptyAnswer(200, [['ETag', `"${md5(body)}"`]]);
  }

  /** The source is split, not decoded; the bucket of the copy is created. */
  #copy(path: string, bucket: string, source: string): Answer {
    const original = this.#files.get(source.replace(/^\//u, ''));
    if (original === undefined) return notFound();
    this.#createBucket(bucket);
    this.#files.set(path, { ...original, modified: new Date() });
    return xmlAnswer(
      200,
      `<CopyObjectResult><LastModified>${new Date().toISOString()}</LastModified><ETag>${md5(original.bytes)}</ETag></CopyObjectResult>`,
    );
  }

  #append(path: string, { request, body }: ObjectRequest): Answer {
    const position = Number.parseInt(queryValue(request.query, 'position') ?? '0', 10) || 0;
    const before = this.#files.get(path)?.bytes ?? Buffer.alloc(0);
    const bytes = Buffer.alloc(Math.max(before.length, position + body.length));
    before.copy(bytes);
    body.copy(bytes, position);
    this.#files.set(path, { bytes, headers: keptHeaders(request.headers), modified: new Date() });
    return emptyAnswer(200, [
      ['ETag', `"${md5(bytes)}"`],
      // It adds 1 to a size that it never sets.
      ['x-oss-next-append-position', '1'],
    ]);
  }

  #read(path: string, request: StoreRequest): Answer {
    const file = this.#files.get(path);
    if (file === undefined) return request.method === 'HEAD' ? { ...notFound(), body: null } : notFound();
    if (queryValue(request.query, 'acl') !== undefined)
      return xmlAnswer(
        200,
        '<AccessControlPolicy><Owner><ID>1</ID></Owner><AccessControlList><Grant>default</Grant></AccessControlList></AccessControlPolicy>',
      );
    const { bytes, headers, modified } = file;
    if (queryValue(request.query, 'objectMeta') !== undefined)
      return emptyAnswer(200, [
        ['md5', md5(bytes)],
        ['modified_date', modified.toISOString()],
      ]);
    const times: HeaderPair = ['Last-Modified', modified.toUTCString()];
    if (request.method === 'HEAD')
      return emptyAnswer(200, [
        ['ETag', md5(bytes)],
        ['x-oss-object-type', 'Normal'],
        ['Content-Length', String(bytes.length)],
        times,
      ]);
    const tag: HeaderPair = ['ETag', `"${md5(bytes)}"`];
    const range = rangeOf(headerValue(request.headers, 'range'), bytes.length);
    if (range === null) return { status: 200, headers: [tag, times, ...headers], body: bytes };
    const [first, last] = range;
    const contentRange: HeaderPair = ['Content-Range', `bytes ${first}-${last}/${bytes.length}`];
    return { status: 206, headers: [tag, times, contentRange, ...headers], body: bytes.subarray(first, last + 1) };
  }
}

/** Every segment is a folder, so that the last slash of a name is lost, and a doubled one as well. */
function pathOf(bucket: string, key: string): string {
  return [bucket, ...key.split('/').filter((segment) => segment !== '')].join('/');
}

/** Cache-Control and Expires are lost. */
function keptHeaders(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  const kept = headers.filter(([name]) => /^(?:content-(?:type|disposition|encoding)|x-oss-meta-.*)$/iu.test(name));
  return headerValue(kept, 'content-type') === undefined
    ? [...kept, ['Content-Type', 'application/octet-stream']]
    : kept;
}

/** The first and the last byte; `null` for the whole. `bytes=-500` is read as 0 to 500, `bytes=0-0` as everything. */
function rangeOf(range: string | undefined, size: number): readonly [first: number, last: number] | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/u.exec(range ?? '') ?? [];
  const [first, last] = [Number(from), Number(to) === 0 ? size - 1 : Math.min(Number(to), size - 1)];
  return (from === '' && to === '') || first > last ? null : [first, last];
}

function md5(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('hex').toUpperCase();
}

/** No SDK knows this Code. */
function notFound(): Answer {
  return xmlAnswer(
    404,
    '<?xml version="1.0" encoding="UTF-8"?><Error><Code>NotFound</Code><Message>The file has not been found.</Message></Error>',
  );
}

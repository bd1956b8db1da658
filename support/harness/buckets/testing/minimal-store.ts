import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';

export interface StoredBucket {
  readonly objects: Set<string>;
  /** Upload ids by key. */
  readonly uploads: Map<string, string>;
}

export interface MinimalAnswer {
  readonly status: number;
  readonly body?: string;
}

/**
 * For tests: just enough of a store for emptying buckets. `misbehave` answers first; `null` leaves the request to the
 * store.
 */
export class MinimalStore {
  readonly buckets = new Map<string, StoredBucket>();
  readonly log: string[] = [];
  misbehave: (request: string) => MinimalAnswer | 'hang up' | null = () => null;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const line = `${request.method} ${request.url}`;
      this.log.push(line);
      request.resume();
      const answer = this.misbehave(line) ?? this.#answer(request.method ?? '', request.url ?? '');
      if (answer === 'hang up') request.destroy();
      else response.writeHead(answer.status).end(answer.body);
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => void this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    assert(typeof address === 'object' && address !== null);
    return `http://127.0.0.1:${address.port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => void this.#server.close(resolve));
  }

  put(name: string, objects: readonly string[] = [], uploads: Record<string, string> = {}): void {
    this.buckets.set(name, { objects: new Set(objects), uploads: new Map(Object.entries(uploads)) });
  }

  #answer(method: string, url: string): MinimalAnswer {
    // Not parsed as a URL, which would resolve dots in a key.
    const [pathname = '', query = ''] = url.split('?', 2);
    const searchParams = new URLSearchParams(query);
    const [, name = '', ...rest] = pathname.split('/');
    const key = decodeURIComponent(rest.join('/'));
    const bucket = this.buckets.get(name);
    if (name === '') return { status: 200, body: '<ListAllMyBucketsResult/>' };
    if (bucket === undefined) return errorAnswer(404, 'NoSuchBucket');
    if (method === 'GET') return searchParams.has('uploads') ? listUploads(bucket) : listObjects(bucket);
    if (key === '') return this.#deleteBucket(name, bucket);
    const uploadId = searchParams.get('uploadId');
    if (uploadId === null) bucket.objects.delete(key);
    else if (bucket.uploads.get(key) === uploadId) bucket.uploads.delete(key);
    else return errorAnswer(404, 'NoSuchUpload');
    return { status: 204 };
  }

  #deleteBucket(name: string, { objects, uploads }: StoredBucket): MinimalAnswer {
    if (objects.size + uploads.size > 0) return errorAnswer(409, 'BucketNotEmpty');
    this.buckets.delete(name);
    return { status: 204 };
  }
}

export function errorAnswer(status: number, code: string): MinimalAnswer {
  return { status, body: `<Error><Code>${code}</Code></Error>` };
}

/** Pages of three, so that tests need few objects. */
function listObjects({ objects }: StoredBucket): MinimalAnswer {
  const contents = [...objects].slice(0, 3).map((key) => `<Contents><Key>${encodeURIComponent(key)}</Key></Contents>`);
  return {
    status: 200,
    body: `<ListBucketResult><EncodingType>url</EncodingType>${contents.join('')}</ListBucketResult>`,
  };
}

function listUploads({ uploads }: StoredBucket): MinimalAnswer {
  const entries = [...uploads].map(([key, id]) => `<Upload><Key>${key}</Key><UploadId>${id}</UploadId></Upload>`);
  return { status: 200, body: `<ListMultipartUploadsResult>${entries.join('')}</ListMultipartUploadsResult>` };
}

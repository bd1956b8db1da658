import assert from 'node:assert/strict';
import type { Place, Trial } from './trial.ts';

/** The part of opendal 0.49 that the trials call. It is not a dependency: see write-clients.ts. */
export interface Operator {
  check(): Promise<void>;
  exists(path: string): Promise<boolean>;
  stat(path: string): Promise<{ readonly contentLength: bigint | null; readonly contentType: string | null }>;
  read(path: string, options?: { readonly offset?: bigint; readonly size?: bigint }): Promise<Buffer>;
  write(path: string, content: Buffer | string, options?: WriteOptions): Promise<unknown>;
  reader(path: string): Promise<{ read(into: Buffer): Promise<bigint> }>;
  writer(path: string): Promise<{ write(content: Buffer): Promise<void>; close(): Promise<unknown> }>;
  createDir(path: string): Promise<void>;
  copy(from: string, to: string): Promise<void>;
  delete(path: string): Promise<void>;
  removeAll(path: string): Promise<void>;
  list(path: string, options?: { readonly recursive?: boolean }): Promise<readonly { path(): string }[]>;
  presignRead(path: string, seconds: number): Promise<SignedRequest>;
  presignWrite(path: string, seconds: number): Promise<SignedRequest>;
  presignStat(path: string, seconds: number): Promise<SignedRequest>;
}

interface WriteOptions {
  readonly contentType?: string;
  readonly append?: boolean;
  readonly ifNotExists?: boolean;
  readonly userMetadata?: Readonly<Record<string, string>>;
}

interface SignedRequest {
  readonly method: string;
  readonly url: string;
}

const content = Buffer.from('内容 content');

export const opendalTrials: readonly Trial<Operator>[] = [
  { method: 'check', operation: 'ListObjectsV2', use: (operator) => operator.check() },
  {
    method: 'write',
    operation: 'PutObject',
    async use(operator, { key }) {
      await operator.write(key, content, { contentType: 'text/plain' });
      assert.deepEqual(await operator.read(key), content);
      assert.equal((await operator.stat(key)).contentType, 'text/plain');
    },
  },
  {
    method: 'write, user metadata',
    operation: 'PutObject',
    async use(operator, { key }) {
      await operator.write(key, content, { userMetadata: { author: 'alice' } });
      assert.deepEqual(await operator.read(key), content);
    },
  },
  {
    method: 'write, if not exists',
    operation: 'PutObject',
    async use(operator, { key }) {
      await operator.write(key, content, { ifNotExists: true });
      await assert.rejects(operator.write(key, 'other', { ifNotExists: true }));
      assert.deepEqual(await operator.read(key), content);
    },
  },
  {
    method: 'write, append',
    operation: 'AppendObject',
    async use(operator, { key }) {
      await operator.write(key, content, { append: true });
      await operator.write(key, content, { append: true });
      assert.deepEqual(await operator.read(key), Buffer.concat([content, content]));
    },
  },
  {
    method: 'writer',
    operation: 'CompleteMultipartUpload',
    async use(operator, { key }) {
      const part = Buffer.alloc(200 * 1024, 'part');
      const writer = await operator.writer(key);
      await writer.write(part);
      await writer.write(part);
      await writer.close();
      assert.deepEqual(await operator.read(key), Buffer.concat([part, part]));
    },
  },
  {
    method: 'createDir',
    operation: 'PutObject',
    async use(operator, { key }) {
      await operator.createDir(`${key}/`);
      assert.equal((await operator.stat(`${key}/`)).contentLength, 0n);
    },
  },
  {
    method: 'read',
    operation: 'GetObject',
    async use(operator, { key }) {
      await operator.write(key, content);
      assert.deepEqual(await operator.read(key, { offset: 2n, size: 3n }), content.subarray(2, 5));
      await assert.rejects(operator.read(`${key}-none`), /NotFound/u);
    },
  },
  {
    method: 'reader',
    operation: 'GetObject',
    async use(operator, { key }) {
      await operator.write(key, content);
      const into = Buffer.alloc(content.length);
      assert.equal(await (await operator.reader(key)).read(into), BigInt(content.length));
      assert.deepEqual(into, content);
    },
  },
  {
    method: 'stat',
    operation: 'HeadObject',
    async use(operator, { key }) {
      await operator.write(key, content);
      assert.equal((await operator.stat(key)).contentLength, BigInt(content.length));
      await assert.rejects(operator.stat(`${key}-none`), /NotFound/u);
    },
  },
  {
    method: 'exists',
    operation: 'HeadObject',
    async use(operator, { key }) {
      await operator.write(key, content);
      assert.deepEqual([await operator.exists(key), await operator.exists(`${key}-none`)], [true, false]);
    },
  },
  {
    method: 'copy',
    operation: 'CopyObject',
    async use(operator, { key }) {
      await operator.write(`${key}/a b+中%41`, content);
      await operator.copy(`${key}/a b+中%41`, key);
      assert.deepEqual(await operator.read(key), content);
    },
  },
  {
    method: 'delete',
    operation: 'DeleteObject',
    async use(operator, { key }) {
      await operator.write(key, content);
      await operator.delete(key);
      await operator.delete(key);
      assert.equal(await operator.exists(key), false);
    },
  },
  {
    method: 'removeAll',
    operation: 'DeleteMultipleObjects',
    async use(operator, { key }) {
      await putThree(operator, key);
      await operator.removeAll(`${key}/`);
      assert.deepEqual(await operator.list(`${key}/`, { recursive: true }), []);
    },
  },
  {
    method: 'list',
    operation: 'ListObjectsV2',
    async use(operator, { key }) {
      await putThree(operator, key);
      const paths = async (recursive: boolean): Promise<readonly string[]> =>
        (await operator.list(`${key}/`, { recursive })).map((entry) => entry.path()).toSorted();
      assert.deepEqual(await paths(false), [`${key}/a`, `${key}/b/`, `${key}/c`]);
      assert.deepEqual(await paths(true), [`${key}/a`, `${key}/b/1`, `${key}/c`]);
    },
  },
  ...(['presignRead', 'presignStat', 'presignWrite'] as const).map((method): Trial<Operator> => ({
    method,
    operation: { presignRead: 'GetObject', presignStat: 'HeadObject', presignWrite: 'PutObject' }[method],
    use: (operator, place) => signAndSend(operator, method, place),
  })),
];

async function putThree(operator: Operator, key: string): Promise<void> {
  for (const name of ['a', 'b/1', 'c']) await operator.write(`${key}/${name}`, content);
}

/** Sends it in path style: the store signs and looks up the same bucket in either. */
async function signAndSend(
  operator: Operator,
  method: 'presignRead' | 'presignStat' | 'presignWrite',
  { bucket, key }: Place,
): Promise<void> {
  await operator.write(key, content);
  const signed = await operator[method](key, 60);
  const url = new URL(signed.url);
  url.host = url.host.replace(`${bucket}.`, '');
  url.pathname = `/${bucket}${url.pathname}`;
  const body = signed.method === 'PUT' ? { body: new Uint8Array(content) } : {};
  assert.equal((await fetch(url, { method: signed.method, ...body })).status, 200);
}

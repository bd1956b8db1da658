import { Agent, request as httpRequest } from 'node:http';
import type { EncryptionRule } from '../../bucket-encryption/encryption-rule.ts';
import { headerValue } from '../../http/store-request.ts';
import type { HeaderPair } from '../../http/store-request.ts';
import type { ReferenceStore, ReferenceStoreOptions } from '../../store.ts';
import type { PrincipalName } from '../../store-principals.ts';
import { type AskableStore, StoreUnderTest } from '../../testing/store-under-test.ts';
import { childrenNamed } from '../../xml/element.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readXmlDocument } from '../../xml/reading.ts';

export interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  /** `null` sends the request unsigned. Default `owner`. */
  readonly as?: PrincipalName | null;
}

/** An answer with its bytes. */
export class ObjectReply {
  readonly status: number;
  readonly headers: readonly HeaderPair[];
  readonly body: Buffer;

  constructor(status: number, headers: readonly HeaderPair[], body: Buffer) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  header(name: string): string | undefined {
    return headerValue(this.headers, name);
  }

  /** The texts of the elements with that name below the root, or below each `parent`. */
  texts(name: string, parent?: string): string[] {
    const root = readXmlDocument(this.body);
    const parents: readonly XmlElement[] = parent === undefined ? [root] : childrenNamed(root, parent);
    return parents.flatMap((element) => childrenNamed(element, name).map(({ text }) => text));
  }

  /** `200`, or `400 InvalidArgument`. */
  get outcome(): string {
    if (this.status < 400) return String(this.status);
    const inHeader = this.header('x-oss-err');
    const document = inHeader === undefined ? this.body : Buffer.from(inHeader, 'base64');
    return `${this.status} ${childrenNamed(readXmlDocument(document), 'Code')[0]?.text}`;
  }

  /** The encryption headers in one line, `none` without any: `KMS SM4 with key id`. */
  get encryption(): string {
    const algorithm = this.header('x-oss-server-side-encryption');
    const dataAlgorithm = this.header('x-oss-server-side-data-encryption');
    const keyId = this.header('x-oss-server-side-encryption-key-id');
    const words = [algorithm, dataAlgorithm, keyId === undefined ? undefined : 'with key id'];
    return words.filter((word) => word !== undefined).join(' ') || 'none';
  }
}

/** A reference store with one bucket, `bkt`, and requests about objects made of it. */
export class ObjectClient<Store extends AskableStore = ReferenceStore> {
  readonly under: StoreUnderTest<Store>;
  readonly #agent = new Agent({ keepAlive: true });

  private constructor(under: StoreUnderTest<Store>) {
    this.under = under;
  }

  /** Of a store in another process. */
  static of<Store extends AskableStore>(store: Store): ObjectClient<Store> {
    return new ObjectClient(StoreUnderTest.of(store));
  }

  static async start(options: ReferenceStoreOptions = {}): Promise<ObjectClient> {
    const client = new ObjectClient(await StoreUnderTest.start(options));
    await client.send('PUT', '/bkt');
    return client;
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    await this.under.close();
  }

  async send(method: string, target: string, { headers = {}, body, as = 'owner' }: Sending = {}): Promise<ObjectReply> {
    const given: HeaderPair[] = Object.entries(headers);
    const { endpoint } = this.under.store;
    const signed = as === null ? given : this.under.sign(method, target, given, this.under.keysOf(as));
    const { host, hostname, port } = new URL(endpoint);
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    const framed: HeaderPair[] = [['Host', host], ...signed];
    if (bytes !== undefined && headers['Transfer-Encoding'] === undefined)
      framed.push(['Content-Length', String(bytes.length)]);
    const answered = Promise.withResolvers<ObjectReply>();
    const request = httpRequest({ hostname, port, method, path: target, headers: framed.flat(), agent: this.#agent });
    request.on('error', answered.reject);
    request.on('response', (response) => {
      const chunks: Uint8Array[] = [];
      response.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      response.on('error', answered.reject);
      response.on('end', () => {
        const pairs = response.rawHeaders.flatMap((name, at, all) =>
          at % 2 === 0 ? [[name, all[at + 1] ?? ''] as const] : [],
        );
        answered.resolve(new ObjectReply(response.statusCode ?? 0, pairs, Buffer.concat(chunks)));
      });
    });
    request.end(bytes);
    return answered.promise;
  }

  async setRule(algorithm: EncryptionRule['algorithm'] | null, more = ''): Promise<void> {
    if (algorithm === null) await this.under.ask('DELETE', '/bkt?encryption');
    else await this.under.putRule('bkt', `<SSEAlgorithm>${algorithm}</SSEAlgorithm>${more}`);
  }
}

import { Agent, request as httpRequest } from 'node:http';
import { v1Headers, v1Resource, v1Signature, v1StringToSign } from '../authentication/v1.ts';
import { Refusal } from '../errors/refusal.ts';
import { addressOf } from '../http/addressing.ts';
import { headerValue } from '../http/store-request.ts';
import type { HeaderPair } from '../http/store-request.ts';
import { startReferenceStore } from '../store.ts';
import type { ReferenceStore, ReferenceStoreOptions } from '../store.ts';
import type { PrincipalCredentials, PrincipalName } from '../store-principals.ts';
import { childrenNamed } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { readXmlDocument } from '../xml/reading.ts';
import { storeRequest } from './store-request.ts';

export interface Asking {
  /** Signs as this principal; `null` sends the request unsigned. Default `owner`. */
  readonly as?: PrincipalName | PrincipalCredentials | null;
  readonly headers?: readonly HeaderPair[];
  readonly body?: string;
}

/** An answer, as tests read it. */
export class Reply {
  readonly status: number;
  readonly headers: readonly HeaderPair[];
  readonly body: string;

  constructor(status: number, headers: readonly HeaderPair[], body: string) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  header(name: string): string | undefined {
    return headerValue(this.headers, name);
  }

  get xml(): XmlElement {
    return readXmlDocument(Buffer.from(this.body));
  }

  /** The text of the element at a path below the root. */
  text(...path: readonly string[]): string | undefined {
    let found: XmlElement | undefined = this.xml;
    for (const name of path) found = found && childrenNamed(found, name)[0];
    return found?.text;
  }

  /** `400 InvalidArgument`, or the status alone where there is no error document. */
  get outcome(): string {
    if (this.status < 400) return String(this.status);
    const error = this.header('x-oss-err');
    const document = error === undefined ? this.body : Buffer.from(error, 'base64').toString();
    const code = childrenNamed(readXmlDocument(Buffer.from(document)), 'Code')[0]?.text;
    return `${this.status} ${code}`;
  }
}

/** The store, or a server that resembles it. */
export type AskableStore = Pick<ReferenceStore, 'endpoint' | 'close'> & {
  readonly principals: Partial<ReferenceStore['principals']>;
};

/** A store and a client for tests. Signs by V1 with the store's own functions; signatures have their own tests. */
export class StoreUnderTest<Store extends AskableStore = ReferenceStore> {
  readonly store: Store;
  readonly #clock: () => Date;
  readonly #agent = new Agent({ keepAlive: true });

  private constructor(store: Store, clock: () => Date) {
    this.store = store;
    this.#clock = clock;
  }

  static async start(options: ReferenceStoreOptions = {}): Promise<StoreUnderTest> {
    return new StoreUnderTest(await startReferenceStore(options), options.clock ?? (() => new Date()));
  }

  static of<Store extends AskableStore>(store: Store): StoreUnderTest<Store> {
    return new StoreUnderTest(store, () => new Date());
  }

  get port(): number {
    return Number(new URL(this.store.endpoint).port);
  }

  async ask(method: string, target: string, { as = 'owner', headers = [], body }: Asking = {}): Promise<Reply> {
    const credentials = typeof as === 'string' ? this.keysOf(as) : as;
    const signed = credentials === null ? headers : this.sign(method, target, headers, credentials);
    return send(this.store.endpoint, { method, target, headers: signed, body, agent: this.#agent });
  }

  async putRule(bucket: string, settings: string, asking: Asking = {}): Promise<Reply> {
    return this.ask('PUT', `/${bucket}?encryption`, { ...asking, body: ruleDocument(settings) });
  }

  keysOf(name: PrincipalName): PrincipalCredentials {
    const keys = this.store.principals[name];
    if (keys === undefined) throw new Error(`the store was given no keys of the ${name}`);
    return keys;
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    await this.store.close();
  }

  /** The headers with those of a V1 signature. */
  sign(
    method: string,
    target: string,
    headers: readonly HeaderPair[],
    { accessKeyId, accessKeySecret, securityToken }: PrincipalCredentials,
  ): readonly HeaderPair[] {
    const all: HeaderPair[] = [...headers];
    if (headerValue(all, 'date') === undefined) all.push(['Date', this.#clock().toUTCString()]);
    if (securityToken !== undefined) all.push(['x-oss-security-token', securityToken]);
    const request = storeRequest({ method, target, headers: all });
    const address = addressOf(request);
    if (address instanceof Refusal) throw new Error(`cannot sign ${target}: ${address.message}`);
    const header = (name: string): string => headerValue(all, name) ?? '';
    const stringToSign = v1StringToSign({
      method,
      contentMd5: header('content-md5'),
      contentType: header('content-type'),
      date: header('x-oss-date') || header('date'),
      headers: v1Headers(all),
      resource: v1Resource(address, request.query),
    });
    return [...all, ['Authorization', `OSS ${accessKeyId}:${v1Signature(accessKeySecret, stringToSign)}`]];
  }
}

export function ruleDocument(settings: string): string {
  return `<ServerSideEncryptionRule><ApplyServerSideEncryptionByDefault>${settings}</ApplyServerSideEncryptionByDefault></ServerSideEncryptionRule>`;
}

interface Sending {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly HeaderPair[];
  readonly body?: string | undefined;
  readonly agent: Agent;
}

async function send(endpoint: string, { method, target, headers, body, agent }: Sending): Promise<Reply> {
  const { hostname, port } = new URL(endpoint);
  const reply = Promise.withResolvers<Reply>();
  const outgoing: HeaderPair[] = [...headers];
  if (headerValue(outgoing, 'host') === undefined) outgoing.unshift(['Host', `${hostname}:${port}`]);
  if (body !== undefined && headerValue(outgoing, 'transfer-encoding') === undefined)
    outgoing.push(['Content-Length', String(Buffer.byteLength(body))]);
  const request = httpRequest({ hostname, port, method, path: target, headers: outgoing.flat(), agent });
  request.on('error', reply.reject);
  request.on('response', (response) => {
    const chunks: Uint8Array[] = [];
    response.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    response.on('error', reply.reject);
    response.on('end', () =>
      reply.resolve(new Reply(response.statusCode ?? 0, pairs(response.rawHeaders), Buffer.concat(chunks).toString())),
    );
  });
  request.end(body);
  return reply.promise;
}

function pairs(flat: readonly string[]): readonly HeaderPair[] {
  return flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1] ?? ''] as const] : []));
}

import { readFile } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { parse } from 'yaml';
import { address } from '../../client/addressing.ts';
import type { Credentials } from '../../client/credentials.ts';
import { parseEndpoint } from '../../client/endpoint.ts';
import type { HeaderPair, OssRequest } from '../../client/request.ts';
import { signV4Header } from '../../client/signature/v4.ts';
import { commandLine } from './command-line.ts';
import { startCompanion, type Companion } from './companion.ts';

/** A reference store of its own process, for objects; asked with as little of a client as there can be. */
export class ServedObjects {
  readonly endpoint: string;
  readonly #region: string;
  readonly #owner: Credentials;
  readonly #companion: Companion;

  private constructor(endpoint: string, region: string, owner: Credentials, companion: Companion) {
    this.endpoint = endpoint;
    this.#region = region;
    this.#owner = owner;
    this.#companion = companion;
  }

  /**
   * Starts `serve`, with the bucket `plain` and the bucket `encrypted`, whose rule is AES256. It keeps its data in the
   * directory, where it outlives a power cut, or without one in a temporary directory.
   */
  static async start(folder: string, data?: string): Promise<ServedObjects> {
    const target = join(folder, 'target.yaml');
    const companion = await startCompanion([
      commandLine,
      'serve',
      '--write-target',
      target,
      ...(data === undefined ? [] : ['--data', data]),
    ]);
    // Both were written by this very version.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    const { endpoint, region } = JSON.parse(companion.firstLine) as { endpoint: string; region: string };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    const { principals } = parse(await readFile(target, 'utf8')) as { principals: { owner: Credentials } };
    const store = new ServedObjects(endpoint, region, principals.owner, companion);
    for (const bucket of ['plain', 'encrypted']) await store.#ask({ method: 'PUT', bucket, query: [], headers: [] });
    const rule =
      '<ServerSideEncryptionRule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></ServerSideEncryptionRule>';
    await store.#ask({
      method: 'PUT',
      bucket: 'encrypted',
      query: [['encryption']],
      headers: [],
      body: Buffer.from(rule),
    });
    return store;
  }

  get processId(): number {
    return this.#companion.processId;
  }

  async end(): Promise<void> {
    await this.#companion.end();
  }

  /** A signed request for the object of a bucket, which any server may be sent. */
  transfer(method: 'PUT' | 'GET', bucket: 'plain' | 'encrypted', content: Buffer): Transfer {
    const request: OssRequest = { method, bucket, key: 'object', query: [], headers: [] };
    return this.#signed(method === 'PUT' ? { ...request, body: content } : request, content.length);
  }

  async #ask(request: OssRequest): Promise<void> {
    await carryOut(this.#signed(request, 0), this.endpoint);
  }

  #signed(request: OssRequest, expected: number): Transfer {
    const signed = signV4Header(request, this.#owner, { at: new Date(), region: this.#region });
    const { target } = address(parseEndpoint(this.endpoint), 'path', request);
    const { method, body } = request;
    return { method, path: target, headers: signed.headers, body, expected: method === 'GET' ? expected : 0 };
  }
}

/** A request that is ready, and how many bytes are to come back. */
export interface Transfer {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly HeaderPair[];
  readonly body: Uint8Array | undefined;
  readonly expected: number;
}

const agent = new Agent({ keepAlive: true });

/** Sends it and lets the answer's bytes go by. Throws unless it is 200 with as many bytes as there should be. */
export function carryOut({ method, path, headers, body, expected }: Transfer, endpoint: string): Promise<void> {
  const { hostname, port } = new URL(endpoint);
  const length = body === undefined ? {} : { 'Content-Length': body.length };
  return new Promise((resolve, reject) => {
    httpRequest(
      { hostname, port, agent, method, path, headers: { ...Object.fromEntries(headers), ...length } },
      (response) => {
        let bytes = 0;
        response.on('data', (chunk: Buffer) => (bytes += chunk.length));
        response.on('error', reject);
        response.on('end', () => {
          if (response.statusCode === 200 && (method !== 'GET' || bytes === expected)) resolve();
          else reject(new Error(`${method} ${path} was answered ${response.statusCode} with ${bytes} bytes`));
        });
      },
    )
      .on('error', reject)
      .end(body);
  });
}

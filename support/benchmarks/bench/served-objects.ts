import { readFile } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { parse } from 'yaml';
import { address } from '../../client/addressing.ts';
import type { Credentials } from '../../client/credentials.ts';
import { parseEndpoint } from '../../client/endpoint.ts';
import type { HeaderPair, OssRequest } from '../../client/request.ts';
import { signV4Header } from '../../client/signature/v4.ts';
import { commandLine } from './programs.ts';
import { startProgram, type RunningProgram } from './programs.ts';

/** A reference store in a process of its own, for objects, and the smallest possible client for it. */
export class ServedObjects {
  readonly endpoint: string;
  readonly #region: string;
  readonly #owner: Credentials;
  readonly #program: RunningProgram;

  private constructor(endpoint: string, region: string, owner: Credentials, program: RunningProgram) {
    this.endpoint = endpoint;
    this.#region = region;
    this.#owner = owner;
    this.#program = program;
  }

  /**
   * Starts `serve`, with the bucket `plain` and the bucket `encrypted`, whose rule is AES256. It keeps its data in the
   * directory, where it survives a power cut; without one, in a temporary directory.
   */
  static async start(folder: string, data?: string): Promise<ServedObjects> {
    const target = join(folder, 'target.yaml');
    const program = await startProgram([
      commandLine,
      'serve',
      '--write-target',
      target,
      ...(data === undefined ? [] : ['--data', data]),
    ]);
    // Both were written by this very version.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    const { endpoint, region } = JSON.parse(program.firstLine) as { endpoint: string; region: string };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    const { principals } = parse(await readFile(target, 'utf8')) as { principals: { owner: Credentials } };
    const store = new ServedObjects(endpoint, region, principals.owner, program);
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
    return this.#program.processId;
  }

  async end(): Promise<void> {
    await this.#program.end();
  }

  /** A signed request for the object of a bucket; any server can be sent it. */
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

/** A prepared request, and how many bytes must come back. */
export interface Transfer {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly HeaderPair[];
  readonly body: Uint8Array | undefined;
  readonly expected: number;
}

const agent = new Agent({ keepAlive: true });

/** Sends it and counts the answer's bytes. Throws unless it is 200 with as many bytes as there should be. */
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

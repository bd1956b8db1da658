import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HeaderPair } from '../../client/request.ts';

/** The answer of a mock store. */
export interface MockAnswer {
  readonly status: number;
  readonly body: string;
}

/** A request as received. */
export interface ReceivedRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly HeaderPair[];
  readonly body: string;
}

/** The request id of every answer; a feature may quote it. */
const requestId = '5C1B138A109F4E405B2D8AEF';

/** Far more than any request of the command. */
const maxBodyBytes = 64 * 1024;

const rule =
  '<ServerSideEncryptionRule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></ServerSideEncryptionRule>';

/** The answers of a conformant store, whatever the request: the rule is set, read or deleted. */
const documented: Readonly<Record<string, MockAnswer>> = {
  PUT: { status: 200, body: '' },
  GET: { status: 200, body: rule },
  DELETE: { status: 204, body: '' },
};

/**
 * A mock store on loopback: it records the requests of a program and gives the answer that a scenario wants. It checks
 * no signature. So a program is judged by its requests and by how it reads answers, independent of the target.
 */
export class MockStore {
  readonly #server: Server;
  readonly #received: ReceivedRequest[] = [];

  private constructor(answer: MockAnswer | null) {
    this.#server = createServer((request, response) => this.#serve(request, response, answer));
    this.#server.on('clientError', (_error, socket) => socket.destroy());
  }

  /** With `null`, it answers as documented. */
  static async start(answer: MockAnswer | null): Promise<MockStore> {
    const mockStore = new MockStore(answer);
    mockStore.#server.listen(0, '127.0.0.1');
    await once(mockStore.#server, 'listening');
    return mockStore;
  }

  get port(): number {
    // A TCP server that listens has an address and a port.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    return (this.#server.address() as AddressInfo).port;
  }

  /** The requests so far, in order. */
  get received(): readonly ReceivedRequest[] {
    return this.#received;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #serve(request: IncomingMessage, response: ServerResponse, wanted: MockAnswer | null): void {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBodyBytes) request.destroy();
      else chunks.push(chunk);
    });
    request.on('end', () => {
      const { method = '', url: target = '' } = request;
      this.#received.push({
        method,
        target,
        headers: pairs(request.rawHeaders),
        body: Buffer.concat(chunks).toString(),
      });
      const { status, body } = wanted ?? documented[method] ?? { status: 405, body: '' };
      response.writeHead(status, {
        'x-oss-request-id': requestId,
        ...(body === '' ? {} : { 'Content-Type': 'application/xml' }),
      });
      response.end(body);
    });
  }
}

function pairs(raw: readonly string[]): readonly HeaderPair[] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []));
}

import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Transform, type TransformCallback } from 'node:stream';

/** A link to a store that passes on so many bytes a second, in each direction of each connection. */
export class SlowLink {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(store: URL, bytesPerSecond: number) {
    this.#server = createServer((client) => {
      const upstream = connect(Number(store.port), store.hostname);
      for (const socket of [client, upstream]) {
        this.#sockets.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => this.#sockets.delete(socket));
      }
      client.pipe(new Pace(bytesPerSecond)).pipe(upstream);
      upstream.pipe(new Pace(bytesPerSecond)).pipe(client);
    });
  }

  static async open(storeEndpoint: string, bytesPerSecond: number): Promise<SlowLink> {
    const link = new SlowLink(new URL(storeEndpoint), bytesPerSecond);
    link.#server.listen(0, '127.0.0.1');
    await once(link.#server, 'listening');
    return link;
  }

  get origin(): string {
    // A TCP server that listens has an address and a port.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

/** Passes on each chunk when the ones before it have had their time. */
class Pace extends Transform {
  readonly #bytesPerMs: number;
  #freeAt = 0;

  constructor(bytesPerSecond: number) {
    super();
    this.#bytesPerMs = bytesPerSecond / 1000;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const now = performance.now();
    this.#freeAt = Math.max(now, this.#freeAt) + chunk.length / this.#bytesPerMs;
    setTimeout(() => done(null, chunk), this.#freeAt - now);
  }
}

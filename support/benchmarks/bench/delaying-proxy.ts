import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A proxy between a client and a store on loopback that delays every byte of an answer. */
export class DelayingProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(storeEndpoint: string, milliseconds: number) {
    const { hostname, port } = new URL(storeEndpoint);
    // A client may end its side and still wait for the answer, as one scenario does.
    const socketOptions = { allowHalfOpen: true, noDelay: true };
    this.#server = createServer(socketOptions, (near) => {
      const far = connect({ host: hostname, port: Number(port), ...socketOptions });
      near.pipe(far);
      far.on('data', (bytes: Buffer) => setTimeout(() => near.write(bytes), milliseconds));
      far.on('end', () => setTimeout(() => near.end(), milliseconds));
      for (const socket of [near, far]) this.#mind(socket, socket === near ? far : near);
    });
  }

  static async start(storeEndpoint: string, milliseconds: number): Promise<DelayingProxy> {
    const proxy = new DelayingProxy(storeEndpoint, milliseconds);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get endpoint(): string {
    // A server that listens on TCP has such an address.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #mind(socket: Socket, other: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => other.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }
}

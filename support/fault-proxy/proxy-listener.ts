import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer, Server as HttpsServer } from 'node:https';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Certificate } from '../certificates/x509.ts';

/** Where a proxy listens. */
export interface ProxyPlace {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

/** Accepts clients. It can refuse them, leave them without an answer, or present another certificate. */
export class ProxyListener {
  readonly #server: HttpServer;
  readonly #certificate: Certificate | null;
  readonly #sockets = new Set<Socket>();
  readonly #host: string;
  #entrance: Server;
  #port: number;
  #isAttended = true;

  /** With a certificate it speaks TLS. */
  constructor(certificate: Certificate | null, { host, port }: ProxyPlace) {
    this.#certificate = certificate;
    this.#host = host;
    this.#port = port;
    const options = { keepAliveTimeout: 60_000, requestTimeout: 0, insecureHTTPParser: true };
    this.#server = certificate === null ? createHttpServer(options) : createHttpsServer({ ...options, ...certificate });
    this.#server.on('tlsClientError', (_error, socket) => socket.destroy());
    this.#server.on('clientError', (_error, socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    this.#entrance = this.#newEntrance();
  }

  /** Sets the handler of requests. */
  onRequest(listener: Parameters<typeof createHttpServer>[1] & {}): void {
    this.#server.on('request', listener);
  }

  /** `https://127.0.0.1:40123` */
  get origin(): string {
    const host = this.#host.includes(':') ? `[${this.#host}]` : this.#host;
    return `${this.#certificate === null ? 'http' : 'https'}://${host}:${this.#port}`;
  }

  /** Listens; after `shut`, at the same port again. */
  async open(): Promise<void> {
    if (this.#entrance.listening) return;
    this.#entrance = this.#newEntrance().listen(this.#port, this.#host);
    await once(this.#entrance, 'listening');
    // A TCP server that listens has an address and a port.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    this.#port = (this.#entrance.address() as AddressInfo).port;
  }

  /** Ends every connection and refuses the next ones. */
  shut(): void {
    this.#entrance.close();
    this.hangUp();
  }

  /** Ends every connection. */
  hangUp(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  /** Accepts TCP connections and sends nothing over them. */
  leaveUnattended(): void {
    this.#isAttended = false;
    this.hangUp();
  }

  /** Presents another certificate to the next clients. */
  show(certificate: Certificate): void {
    if (this.#server instanceof HttpsServer) this.#server.setSecureContext(certificate);
    this.hangUp();
  }

  /** Restores the initial state. */
  async reset(): Promise<void> {
    this.#isAttended = true;
    if (this.#certificate !== null) this.show(this.#certificate);
    await this.open();
  }

  #newEntrance(): Server {
    return createServer((socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => this.#sockets.delete(socket));
      if (this.#isAttended) this.#server.emit('connection', socket);
    });
  }
}

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** More at a time would wait for each other in the system's queue of connections to accept. */
const atOnce = 200;

/**
 * Connections that send one request, as clients with a pool do, and then stay silent. Closed connections are opened
 * again.
 */
export class IdleConnections {
  readonly #port: number;
  readonly #sockets = new Set<Socket>();
  #refusal: string | null = null;
  #ended = false;
  #reopened = 0;

  private constructor(port: number) {
    this.#port = port;
  }

  /** Opens `count` connections, or as many as the system and the store accept; `refusal` says why there are no more. */
  static async open(port: number, count: number): Promise<IdleConnections> {
    const connections = new IdleConnections(port);
    try {
      for (let opened = 0; opened < count; opened += atOnce)
        await Promise.all(Array.from({ length: Math.min(atOnce, count - opened) }, () => connections.#open()));
    } catch (error) {
      connections.#refusal = error instanceof Error ? error.message : String(error);
    }
    return connections;
  }

  /** Waits, up to the time given, until all opened connections are established again: the store closes silent ones. */
  async settle(count: number, milliseconds: number): Promise<void> {
    const deadline = performance.now() + milliseconds;
    while (this.standing < count && performance.now() < deadline) await setTimeout(50);
  }

  /** Why there are no more; `null` where all were opened. */
  get refusal(): string | null {
    return this.#refusal;
  }

  /** How many are established now. */
  get standing(): number {
    return this.#sockets.size;
  }

  /** How many times the store closed one. */
  get reopened(): number {
    return this.#reopened;
  }

  end(): void {
    this.#ended = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  async #open(): Promise<void> {
    const socket = connect(this.#port, '127.0.0.1');
    await once(socket, 'connect');
    // Any answer will do; without a signature it is a refusal.
    socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    await once(socket, 'data');
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#sockets.delete(socket);
      if (this.#ended) return;
      this.#reopened += 1;
      // The clients notice a store that cannot be reached any more.
      this.#open().catch(() => undefined);
    });
  }
}

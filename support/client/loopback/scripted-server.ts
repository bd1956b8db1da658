import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { TestContext } from 'node:test';

export interface ScriptedServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** The bytes received so far, by connection. */
  readonly received: readonly Buffer[];
}

/** What the server does after a request, byte for byte. */
export type Script = (socket: Socket, request: Buffer) => void;

/**
 * For tests: a server on loopback that follows a script instead of HTTP, and closes with the test. The script runs
 * whenever the bytes of a connection satisfy `isRequest`: by default the header and as many bytes as it declares.
 */
export async function startScriptedServer(
  t: TestContext,
  script: Script,
  isRequest: (bytes: Buffer) => boolean = isWhole,
): Promise<ScriptedServer> {
  const received: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const connection = received.push(Buffer.alloc(0)) - 1;
    let request = Buffer.alloc(0);
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk: Buffer) => {
      received[connection] = Buffer.concat([received[connection] ?? Buffer.alloc(0), chunk]);
      request = Buffer.concat([request, chunk]);
      if (!isRequest(request)) return;
      script(socket, request);
      request = Buffer.alloc(0);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  // A TCP server that listens has an address and a port.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, received };
}

function isWhole(bytes: Buffer): boolean {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return false;
  const declared = /\ncontent-length: *(\d+)\r/i.exec(bytes.toString('latin1', 0, end + 2))?.[1] ?? '0';
  return bytes.length >= end + 4 + Number(declared);
}

import { once } from 'node:events';
import { createServer, request as requestOverHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { TestContext } from 'node:test';

export interface ForwardProxy {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** The request lines that reached it: method and target. */
  readonly requests: readonly string[];
}

/**
 * For tests: a forward proxy on loopback that leads every host name to `storeOrigin`. With `credentials`, it refuses
 * requests that lack that `Proxy-Authorization`. It closes with the test.
 */
export async function startForwardProxy(
  t: TestContext,
  storeOrigin: string,
  credentials: string | null = null,
): Promise<ForwardProxy> {
  const store = new URL(storeOrigin);
  const requests: string[] = [];
  const tunnels = new Set<Socket>();
  const isRefused = ({ headers }: IncomingMessage): boolean =>
    credentials !== null && headers['proxy-authorization'] !== credentials;

  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    requests.push(`${method} ${url}`);
    if (isRefused(request)) response.writeHead(407).end();
    else forward(request, response, store);
  });
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    requests.push(`CONNECT ${request.url ?? ''}`);
    if (isRefused(request)) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const upstream = connect(Number(store.port), store.hostname, () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) {
      tunnels.add(socket);
      socket.on('error', () => socket.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    for (const socket of tunnels) socket.destroy();
    server.close();
    server.closeAllConnections();
  });
  // A TCP server that listens has an address and a port.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, requests };
}

/** Only removes the authority from the target. */
function forward(request: IncomingMessage, response: ServerResponse, store: URL): void {
  const path = (request.url ?? '').replace(/^http:\/\/[^/]+/u, '');
  const headers = request.rawHeaders.filter(
    (_, at, all) => all[at - (at % 2)]?.toLowerCase() !== 'proxy-authorization',
  );
  const upstream = requestOverHttp({
    host: store.hostname,
    port: store.port,
    method: request.method,
    path,
    headers,
    setHost: false,
  });
  upstream.on('error', () => response.destroy());
  upstream.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.pipe(response);
  });
  request.pipe(upstream);
}

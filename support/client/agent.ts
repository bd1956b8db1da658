import { Readable } from 'node:stream';
import { getCACertificates, type ConnectionOptions } from 'node:tls';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import type { Limits } from './limits.ts';
import { forwardedBy, openTunnel, type Proxy } from './proxy.ts';
import { headerValue, type HeaderPair } from './request.ts';
import { serverName } from './server-name.ts';

/** How the connections to a store are made. */
export interface Route {
  readonly proxy: Proxy | null;
  /** PEM certificates to trust in addition to those of Node. */
  readonly ca: string | null;
}

export const directRoute: Route = { proxy: null, ca: null };

/** TLS is verified whatever the environment says. */
export function tlsOptions({ ca }: Route): Pick<ConnectionOptions, 'rejectUnauthorized' | 'ca'> {
  return { rejectUnauthorized: true, ...(ca === null ? {} : { ca: [...getCACertificates('default'), ca] }) };
}

/**
 * undici's agent, configured for this client: redirects are not followed, and nothing is decompressed or upgraded to
 * HTTP/2. Compose it with an interceptor to observe requests, e.g. to record them; interceptors see them before a proxy
 * changes them.
 */
export class StoreAgent extends Agent {
  readonly #proxy: Proxy | null;

  constructor(limits: Limits, route: Route = directRoute, connections: number | null = null) {
    super({
      connections,
      allowH2: false,
      pipelining: 1,
      connect: connectorFor(limits, route),
      maxHeaderSize: limits.maxHeaderBytes,
      // The store may close a connection that idles longer just as we send on it, and the reset would count against the
      // store.
      keepAliveTimeout: 1_000,
    });
    this.#proxy = route.proxy;
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    return super.dispatch(inChunks(withServerName(this.#forwarded(options))), handler);
  }

  /** A request to an HTTPS store goes through a tunnel unchanged. */
  #forwarded(options: Dispatcher.DispatchOptions): Dispatcher.DispatchOptions {
    const { origin, path, headers } = options;
    if (this.#proxy === null || !String(origin).startsWith('http:') || !Array.isArray(headers)) return options;
    const request = { origin: String(origin), method: options.method, path, headers: pairsOf(headers), body: null };
    const forwarded = forwardedBy(this.#proxy, request);
    return { ...options, origin: forwarded.origin, path: forwarded.path, headers: forwarded.headers.flat() };
  }
}

function connectorFor({ connectMs }: Limits, route: Route): buildConnector.connector {
  const connect = buildConnector({ timeout: connectMs, allowH2: false, ...tlsOptions(route) });
  const { proxy } = route;
  if (proxy === null) return connect;
  const connectInTunnel = async (...[options, callback]: Parameters<buildConnector.connector>): Promise<void> => {
    try {
      const httpSocket = await openTunnel(proxy, `https://${options.host}`, connectMs);
      connect({ ...options, httpSocket }, callback);
    } catch (error) {
      callback(error instanceof Error ? error : new Error(String(error)), null);
    }
  };
  return (options, callback) => {
    const isStore = options.protocol === 'https:' && `https://${options.host}` !== proxy.origin;
    if (isStore) void connectInTunnel(options, callback);
    else connect(options, callback);
  };
}

/** undici takes the name from `Host`; its types do not have the option that replaces it. */
function withServerName(options: Dispatcher.DispatchOptions): Dispatcher.DispatchOptions {
  const { origin, headers } = options;
  if (!String(origin).startsWith('https:') || !Array.isArray(headers)) return options;
  const replaced = { ...options, servername: serverName(String(origin), headerValue(pairsOf(headers), 'Host') ?? '') };
  return replaced;
}

/** The client gives them as a flat list; see `sendOver`. */
function pairsOf(headers: readonly unknown[]): readonly HeaderPair[] {
  const flat = headers.map(String);
  return flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? ''] as const] : []));
}

/** undici reports progress only for bodies in parts, and the deadline of an upload depends on its progress. */
const chunkBytes = 64 * 1024;

function inChunks(options: Dispatcher.DispatchOptions): Dispatcher.DispatchOptions {
  const { body } = options;
  if (!(body instanceof Uint8Array) || body.byteLength <= chunkBytes) return options;
  return { ...options, body: Readable.from(chunksOf(body)) };
}

export function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}

import { request as requestOverHttp, type IncomingMessage } from 'node:http';
import { request as requestOverHttps } from 'node:https';
import { BlockList, isIP, type Socket } from 'node:net';
import { EndpointError } from './endpoint.ts';
import { headerValue, type HeaderPair, type WireRequest } from './request.ts';

/** A forward proxy between this machine and the store. */
export interface Proxy {
  /** Scheme, host and port; never with the user name and password, which are in `authorization`. */
  readonly origin: string;
  /** The value of `Proxy-Authorization`. */
  readonly authorization: string | null;
  /** The environment variable that names it. */
  readonly variable: string;
}

/**
 * The proxy that the environment names for an endpoint: `HTTPS_PROXY` or `HTTP_PROXY`, in lower case first, unless
 * `NO_PROXY` excludes the host. Loopback is never reached through a proxy (as in Go's net/http). Throws EndpointError for
 * a variable that names no HTTP proxy.
 */
export function proxyFor(endpoint: string, environment: Readonly<Record<string, string | undefined>>): Proxy | null {
  const url = new URL(endpoint);
  const names = url.protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY'];
  const variable = names.find((name) => (environment[name] ?? '') !== '');
  if (variable === undefined || isLoopback(url.hostname)) return null;
  if (isExcluded(url, environment['no_proxy'] || environment['NO_PROXY'] || '')) return null;
  return parseProxy(variable, environment[variable] ?? '');
}

/** The message does not quote the value, which may contain a password. */
function parseProxy(variable: string, text: string): Proxy {
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//iu.test(text) ? text : `http://${text}`);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new EndpointError(`${variable} does not name an HTTP proxy; write http://HOST:PORT.`);
  return { origin: url.origin, authorization: authorizationIn(variable, url), variable };
}

function authorizationIn(variable: string, { username, password }: URL): string | null {
  if (username === '') return null;
  try {
    const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return `Basic ${Buffer.from(user).toString('base64')}`;
  } catch {
    throw new EndpointError(`${variable} has a user name or password with a bare %; write %25.`);
  }
}

function isLoopback(hostname: string): boolean {
  const host = withoutBrackets(hostname);
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127\.\d+\.\d+\.\d+$/u.test(host);
}

/** `NO_PROXY` lists `*`, host names (including their subdomains), addresses and networks; hosts may have a port. */
function isExcluded({ hostname, port, protocol }: URL, list: string): boolean {
  const host = withoutBrackets(hostname).toLowerCase();
  const actualPort = port || (protocol === 'https:' ? '443' : '80');
  return list.split(/[\s,]+/u).some((entry) => {
    if (entry === '*') return true;
    if (entry.includes('/')) return isInNetwork(host, entry);
    const [name, wantedPort = actualPort] = hostAndPort(entry.toLowerCase());
    const wanted = name.replace(/^\*?\./u, '');
    if (wanted === '' || wantedPort !== actualPort) return false;
    return host === wanted || host.endsWith(`.${wanted}`);
  });
}

function hostAndPort(entry: string): readonly [host: string, port?: string] {
  const [, host, port] = isIP(entry) === 0 ? (/^(.*):(\d+)$/u.exec(entry) ?? []) : [];
  return host === undefined || port === undefined ? [withoutBrackets(entry)] : [withoutBrackets(host), port];
}

function isInNetwork(host: string, network: string): boolean {
  const [address = '', bits = ''] = network.split('/');
  const family = isIP(address);
  if (family === 0 || isIP(host) !== family || !/^\d{1,3}$/u.test(bits) || Number(bits) > (family === 4 ? 32 : 128))
    return false;
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const networks = new BlockList();
  networks.addSubnet(address, Number(bits), type);
  return networks.check(host, type);
}

/** An IPv6 address has brackets in a URL, and none in a socket address. */
export function withoutBrackets(hostname: string): string {
  return hostname.replaceAll(/[[\]]/gu, '');
}

/**
 * The request in the form for a proxy that forwards plain HTTP: sent to the proxy, with an absolute target (RFC 9112
 * 3.2.2).
 */
export function forwardedBy(proxy: Proxy, request: WireRequest): WireRequest {
  const authorization: readonly HeaderPair[] =
    proxy.authorization === null ? [] : [['Proxy-Authorization', proxy.authorization]];
  return {
    ...request,
    origin: proxy.origin,
    path: `http://${authorityOf(request)}${request.path}`,
    headers: [...request.headers, ...authorization],
  };
}

/** A proxy replaces `Host` by the target's host, so the target must contain the bucket, but never another server. */
function authorityOf({ origin, headers }: WireRequest): string {
  const { host } = new URL(origin);
  const named = headerValue(headers, 'Host') ?? '';
  return named.endsWith(`.${host}`) && /^[a-z\d.:-]+$/u.test(named) ? named : host;
}

/** A proxy refused to connect to the store. */
export class ProxyRefusal extends Error {
  override readonly name = 'ProxyRefusal';

  constructor(status: number) {
    super(`the proxy answered CONNECT with ${status}`);
  }
}

/** A connection to an HTTPS store through a proxy, before TLS (RFC 9110 9.3.6). */
export function openTunnel(proxy: Proxy, storeOrigin: string, timeoutMs: number): Promise<Socket> {
  const { hostname, port } = new URL(storeOrigin);
  const authority = `${hostname}:${port || 443}`;
  const send = proxy.origin.startsWith('https:') ? requestOverHttps : requestOverHttp;
  return new Promise((resolve, reject) => {
    const request = send(proxy.origin, {
      method: 'CONNECT',
      path: authority,
      agent: false,
      headers: {
        Host: authority,
        ...(proxy.authorization === null ? {} : { 'Proxy-Authorization': proxy.authorization }),
      },
    });
    request
      .setTimeout(timeoutMs, () => request.destroy(Object.assign(new Error('no tunnel'), { code: 'ETIMEDOUT' })))
      .once('error', reject)
      .once('connect', ({ statusCode = 0 }: IncomingMessage, socket: Socket) => {
        socket.setTimeout(0);
        if (statusCode >= 200 && statusCode < 300) return resolve(socket);
        socket.destroy();
        reject(new ProxyRefusal(statusCode));
      })
      .end();
  });
}

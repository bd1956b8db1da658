import type { Dispatcher } from 'undici';
import manifest from '../../package.json' with { type: 'json' };
import { address, type AddressingStyle } from './addressing.ts';
import { directRoute, StoreAgent, type Route } from './agent.ts';
import type { Credentials } from './credentials.ts';
import { EndpointError, parseEndpoint, type Endpoint } from './endpoint.ts';
import type { Exchange } from './exchange.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { sendAsIs } from './raw-socket.ts';
import { headerValue, type HeaderPair, type OssRequest, type WireRequest } from './request.ts';
import type { Sending } from './sending.ts';
import type { Signed, SignatureTrace } from './signature/signature.ts';
import { signV1Header, signV1Url } from './signature/v1.ts';
import { signV4Header, signV4Url } from './signature/v4.ts';
import { sendOver } from './wire.ts';

export interface OssClientOptions {
  /** `http(s)://host[:port]` */
  readonly endpoint: string;
  /** The region id, e.g. `cn-hangzhou`. */
  readonly region: string;
  readonly addressing: AddressingStyle;
  readonly signature: 'v1' | 'v4';
  /** `oss` by default; `oss-cloudbox` for CloudBox. */
  readonly product?: string;
  readonly clock?: () => Date;
  readonly limits?: Partial<Limits>;
  /** The largest number of connections at one time; by default there is no bound. */
  readonly connections?: number;
  /** By default straight to the endpoint, with the certificates that Node trusts. */
  readonly route?: Route;
  /** `oss-conformance/<version>` by default. */
  readonly userAgent?: string;
  /**
   * Used instead of the client's own agent, e.g. `new StoreAgent(limits).compose(recorder)`. The caller closes it.
   * Requests with a `framing` do not pass through it.
   */
  readonly dispatcher?: Dispatcher;
  /** Used instead of the client's own raw sockets, which send requests with a `framing`. */
  readonly rawSocket?: (request: WireRequest, limits: Limits, route: Route) => Promise<Exchange['outcome']>;
}

const ownUserAgent = `${manifest.name}/${manifest.version}`;

/** A request that carries its signature in its URL, so that anyone who has it may send it: `send(presigned.request, null)`. */
export interface Presigned {
  readonly request: OssRequest;
  readonly url: string;
  readonly signature: SignatureTrace;
}

/** The options of a signed URL. */
export type Presigning = Omit<Sending, 'placement' | 'dateHeader' | 'finish' | 'framing'>;

/** Signs requests as a principal and sends them to one store. Throws EndpointError for an endpoint it cannot use. */
export class OssClient {
  readonly #options: OssClientOptions;
  readonly #endpoint: Endpoint;
  readonly #limits: Limits;
  readonly #ownAgent: StoreAgent | null = null;
  readonly #dispatcher: Dispatcher;

  constructor(options: OssClientOptions) {
    this.#options = options;
    this.#endpoint = parseEndpoint(options.endpoint);
    if (options.addressing === 'virtual' && this.#endpoint.host.startsWith('['))
      throw new EndpointError(
        `Virtual-hosted style needs a host name or an IPv4 address; ${this.#endpoint.host} is neither.`,
      );
    this.#limits = { ...defaultLimits, ...options.limits };
    if (options.dispatcher !== undefined) {
      this.#dispatcher = options.dispatcher;
      return;
    }
    this.#ownAgent = new StoreAgent(this.#limits, options.route, options.connections);
    this.#dispatcher = this.#ownAgent;
  }

  /**
   * Sends one request as a principal, or unsigned, and reports what happened. Faults of the wire are outcomes; it
   * rejects only with UnsendableRequest, where the request cannot be put on the wire as asked.
   */
  async send(request: OssRequest, as: Credentials | null, how: Sending = {}): Promise<Exchange> {
    const complete = this.#withClientHeaders(request, how);
    const signed = as === null ? null : this.#sign(how.signedInstead?.(complete) ?? complete, as, how);
    const untouched = this.#onTheWire(withSignature(complete, signed), how);
    const wire = how.finish?.(untouched) ?? untouched;
    const startedAt = Date.now();
    const started = performance.now();
    const outcome = await this.#exchange(wire);
    return {
      request: wire,
      signature: signed?.trace ?? null,
      outcome,
      startedAt,
      durationMs: performance.now() - started,
    };
  }

  /** Signs in the URL, without sending anything. */
  presign(request: OssRequest, as: Credentials, how: Presigning = {}): Presigned {
    const complete = this.#withClientHeaders(request, how);
    const signed = this.#sign(how.signedInstead?.(complete) ?? complete, as, { ...how, placement: 'url' });
    const presigned = withSignature(request, signed);
    const { origin, host, target } = this.#address(presigned, how);
    return { request: presigned, url: `${new URL(origin).protocol}//${host}${target}`, signature: signed.trace };
  }

  /** Closes the client's own connections at once; a dispatcher from the options stays open. */
  async close(): Promise<void> {
    await this.#ownAgent?.destroy();
  }

  #exchange(wire: WireRequest): Promise<Exchange['outcome']> {
    const { rawSocket = sendAsIs, route = directRoute } = this.#options;
    return wire.framing === undefined
      ? sendOver(this.#dispatcher, wire, this.#limits)
      : rawSocket(wire, this.#limits, route);
  }

  /** What a good client adds; before signing, so that AdditionalHeaders can name it. */
  #withClientHeaders(request: OssRequest, how: Sending): OssRequest {
    const { host } = this.#address(request, how);
    const added: HeaderPair[] = [];
    const add = (name: string, value: string): void => {
      if (headerValue(request.headers, name) === undefined) added.push([name, value]);
    };
    add('Host', host);
    add('User-Agent', this.#options.userAgent ?? ownUserAgent);
    if (headerValue(request.headers, 'Transfer-Encoding') === undefined) {
      const length = contentLength(request);
      if (length !== null) add('Content-Length', String(length));
    }
    return { ...request, headers: [...added, ...request.headers] };
  }

  #sign(request: OssRequest, as: Credentials, how: Sending): Signed {
    const { region, product = 'oss', clock = () => new Date() } = this.#options;
    const at = new Date((how.at ?? clock()).getTime() + (how.skewSeconds ?? 0) * 1000);
    const { expiresIn = 600, additionalHeaders = [], absentHeaders = [], scope = {}, leaveOut = [] } = how;
    const dateHeader = how.dateHeader === undefined ? {} : { dateHeader: how.dateHeader };
    const v4 = { at, region, product, additionalHeaders, absentHeaders, scope };
    const version = how.signature ?? this.#options.signature;
    if (how.placement === 'url')
      return version === 'v1'
        ? signV1Url(request, as, { at, expiresIn })
        : signV4Url(request, as, { ...v4, expiresIn, leaveOut });
    return version === 'v1'
      ? signV1Header(request, as, { at, ...dateHeader })
      : signV4Header(request, as, { ...v4, ...dateHeader });
  }

  #onTheWire(request: OssRequest, how: Sending): WireRequest {
    const { origin, target } = this.#address(request, how);
    const wire = { origin, method: request.method, path: target, headers: request.headers, body: request.body ?? null };
    return how.framing === undefined ? wire : { ...wire, framing: how.framing };
  }

  #address(request: OssRequest, how: Sending): ReturnType<typeof address> {
    return address(this.#endpoint, how.addressing ?? this.#options.addressing, request);
  }
}

function withSignature(request: OssRequest, signed: Signed | null): OssRequest {
  if (signed === null) return request;
  return {
    ...request,
    query: [...request.query, ...signed.query],
    headers: [...request.headers, ...signed.headers],
  };
}

/** RFC 9110 8.6: a request with a method that expects content sends a Content-Length even without content. */
function contentLength({ method, body }: OssRequest): number | null {
  if (body !== undefined) return body.byteLength;
  return method === 'PUT' || method === 'POST' ? 0 : null;
}

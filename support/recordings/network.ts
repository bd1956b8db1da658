import type { Answer } from '../client/exchange.ts';
import type { WireRequest } from '../client/request.ts';

/**
 * The network of a replay: nock stands between undici and the sockets, gives the recorded answers and lets nothing out.
 * It has to be there before the first connection is opened, and costs every request of the process; so it is loaded by
 * a replay only.
 */
export class Network {
  readonly #nock: Nock;
  readonly #strayed: string[] = [];

  private constructor(nock: Nock) {
    this.#nock = nock;
  }

  static async open(): Promise<Network> {
    const { default: nock } = await import('nock');
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
    const network = new Network(nock);
    nock.emitter.on('no match', network.#stray);
    return network;
  }

  /** Whether nock can play the exchange: it passes GET with a body and unknown methods by, and turns bodies into text. */
  carries({ method, body }: WireRequest, answer: Answer): boolean {
    const bytes = (body?.length ?? 0) + answer.body.length;
    return carried.has(method) && bytes <= longestCarried && (body === null || body.length === 0 || method !== 'GET');
  }

  /** The next request of that method and path gets that answer. */
  expect({ origin, method, path }: WireRequest, { status, headers, body }: Answer): void {
    // nock compares the path as a URL has it; that its bytes are the recorded ones is known already.
    const { pathname, search } = new URL(path, origin);
    this.#nock(origin)
      .intercept(pathname + search, method)
      .reply(status, Buffer.from(body), headers.flat());
  }

  /** Throws where a request came to nock that it knew no answer to: nock would answer 501, as a store might. */
  requireNoStray(): void {
    const [first] = this.#strayed.splice(0);
    if (first !== undefined) throw new Error(`nock got a request that no recording holds: ${first}`);
  }

  close(): void {
    this.#nock.emitter.off('no match', this.#stray);
    this.#nock.cleanAll();
    this.#nock.enableNetConnect();
    this.#nock.restore();
  }

  readonly #stray = (request: { readonly method?: string; readonly url?: string }): void => {
    this.#strayed.push(`${request.method} ${request.url}`);
  };
}

type Nock = (typeof import('nock'))['default'];

const carried: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']);
const longestCarried = 1024 * 1024;

import { Agent, type Dispatcher } from 'undici';
import type { Answer } from '../../client/exchange.ts';
import { defaultLimits } from '../../client/limits.ts';
import type { WireRequest } from '../../client/request.ts';
import { nockMethods } from './nock-compatibility.ts';
import { PlayedExchanges } from './played-exchanges.ts';
import { WatchedAnswer } from './watched-answer.ts';

interface Expected {
  readonly asked: string;
  readonly answer: Answer;
}

/**
 * The network of a replay: nock intercepts the sockets of undici, gives the recorded answers and sends nothing. It slows
 * down every request of the process, so only a replay loads it.
 */
export class NockNetwork {
  /**
   * Opens its connections after nock is active: an older one would lead to the real store. One at a time: a pool would
   * open another for each request, because the last is busy until the next turn of the event loop, and nock would keep
   * them all.
   */
  readonly #agent = new Agent({ connections: 1, maxHeaderSize: defaultLimits.maxHeaderBytes });
  readonly #nock: Nock;
  readonly #expected: Expected[] = [];
  readonly #strayed: string[] = [];
  readonly #played = new PlayedExchanges();

  private constructor(nock: Nock) {
    this.#nock = nock;
  }

  static async open(): Promise<NockNetwork> {
    const { default: nock } = await import('nock');
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
    const network = new NockNetwork(nock);
    nock.emitter.on('no match', network.#stray);
    const everywhere = nock(/^/u).persist();
    for (const method of nockMethods) everywhere.intercept(/^/u, method).reply(network.#answer);
    return network;
  }

  /** A dispatcher that passes requests through the interceptor before they reach nock. */
  behind(interceptor: Dispatcher.DispatcherComposeInterceptor): Dispatcher {
    return this.#agent.compose(interceptor);
  }

  /** Whether nock has given this answer to this request before, and every byte of it has arrived. */
  hasPlayed(request: WireRequest, answer: Answer): boolean {
    return this.#played.has(request, answer);
  }

  /** Expects this request next, and gives it this answer. The request must have the handler that is returned. */
  expect(request: WireRequest, answer: Answer, handler: Dispatcher.DispatchHandler): Dispatcher.DispatchHandler {
    const { origin, method, path } = request;
    // nock reports the path as a URL normalizes it; that its bytes are the recorded ones was checked before.
    this.#expected.push({ asked: `${method} ${new URL(path, origin).href}`, answer });
    return new WatchedAnswer(handler, (arrived) => this.#played.add(request, arrived));
  }

  /** Throws if nock got a request without a recorded answer, because its 501 could be taken for the store's. */
  requireNoStray(): void {
    const [first] = this.#strayed.splice(0);
    if (first !== undefined) throw new Error(`nock got a request that no recording holds: ${first}`);
    const [missed] = this.#expected.splice(0);
    if (missed !== undefined) throw new Error(`nock never got a request that was recorded: ${missed.asked}`);
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
    this.#nock.emitter.off('no match', this.#stray);
    this.#nock.cleanAll();
    this.#nock.enableNetConnect();
    this.#nock.restore();
  }

  readonly #answer = ({ method, url }: Asked): [status: number, body: Buffer, rawHeaders: string[]] => {
    const asked = `${method} ${url}`;
    const expected = this.#expected.shift();
    if (expected?.asked !== asked) {
      this.#strayed.push(asked);
      return [501, Buffer.alloc(0), []];
    }
    const { status, headers, body } = expected.answer;
    return [status, Buffer.from(body), headers.flat()];
  };

  readonly #stray = ({ method = '', url = '' }: Partial<Asked>): void => {
    this.#strayed.push(`${method} ${url}`);
  };
}

type Nock = (typeof import('nock'))['default'];

/** A request as nock reports it. */
interface Asked {
  readonly method: string;
  readonly url: string;
}

import { Agent, type Dispatcher } from 'undici';
import type { Answer } from '../../client/exchange.ts';
import { defaultLimits } from '../../client/limits.ts';
import type { WireRequest } from '../../client/request.ts';
import { playedMethods } from '../format/playable-exchange.ts';

interface Expected {
  readonly asked: string;
  readonly answer: Answer;
}

/**
 * The network of a replay: nock stands between undici and the sockets, gives the recorded answers and lets nothing out.
 * It costs every request of the process, so it is loaded by a replay only.
 */
export class Network {
  /**
   * Opens its connections under nock: an older one would lead to the real store. One at a time: a pool would open
   * another for each request, since the last is busy until the next turn of the event loop, and nock would keep them all.
   */
  readonly #agent = new Agent({ connections: 1, maxHeaderSize: defaultLimits.maxHeaderBytes });
  readonly #nock: Nock;
  readonly #expected: Expected[] = [];
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
    const everywhere = nock(/^/u).persist();
    for (const method of playedMethods) everywhere.intercept(/^/u, method).reply(network.#answer);
    return network;
  }

  /** The agent, with something between it and whoever asks. */
  behind(interceptor: Dispatcher.DispatcherComposeInterceptor): Dispatcher {
    return this.#agent.compose(interceptor);
  }

  /** The next request is that one, and gets that answer. */
  expect({ origin, method, path }: WireRequest, answer: Answer): void {
    // nock tells the path as a URL has it; that its bytes are the recorded ones is known already.
    this.#expected.push({ asked: `${method} ${new URL(path, origin).href}`, answer });
  }

  /** Throws where a request came to nock that it knew no answer to: nock would answer 501, as a store might. */
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

/** What nock tells of a request. */
interface Asked {
  readonly method: string;
  readonly url: string;
}

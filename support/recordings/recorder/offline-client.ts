import { Agent } from 'undici';
import { OssClient, type OssClientOptions } from '../../client/client.ts';
import type { Exchange } from '../../client/exchange.ts';
import type { WireRequest } from '../../client/request.ts';
import type { Outcome } from '../../client/wire.ts';
import { deliver, requestIn } from '../replay/undici-dispatch.ts';

/** The outcome of an exchange. Its request is what undici, or a raw socket, was given to send. */
export type OutcomeSource = (exchange: Exchange) => Outcome;

/** The real outcome is known only once the request is signed, sent and reported; it then replaces this one. */
const placeholder: Outcome = { answer: { status: 200, headers: [], body: new Uint8Array() } };

/** A client that sends nothing: it keeps what it would send, and reports the outcomes that it is given. */
export class OfflineClient extends OssClient {
  readonly #outcomeOf: OutcomeSource;
  readonly #wire: Wire;

  constructor(options: Omit<OssClientOptions, 'dispatcher' | 'rawSocket'>, outcomeOf: OutcomeSource) {
    const wire = new Wire();
    super({ ...options, dispatcher: wire.dispatcher, rawSocket: async (request) => wire.take(request) });
    this.#wire = wire;
    this.#outcomeOf = outcomeOf;
  }

  override async send(...given: Parameters<OssClient['send']>): Promise<Exchange> {
    const sending = super.send(...given);
    // Everything up to the wire happens before `send` first waits.
    const request = this.#wire.taken();
    const exchange = { ...(await sending), ...(request === null ? {} : { request }) };
    return { ...exchange, outcome: this.#outcomeOf(exchange) };
  }
}

/** An interceptor of undici that keeps each request, and sends none. */
class Wire {
  #taken: WireRequest | null = null;

  readonly dispatcher = new Agent().compose(
    () => (options, handler) => deliver(this.take(requestIn(options)), handler),
  );

  take(request: WireRequest): Outcome {
    this.#taken = request;
    return placeholder;
  }

  taken(): WireRequest | null {
    const request = this.#taken;
    this.#taken = null;
    return request;
  }
}

import { Agent } from 'undici';
import { OssClient, type OssClientOptions } from '../../client/client.ts';
import type { Exchange } from '../../client/exchange.ts';
import type { WireRequest } from '../../client/request.ts';
import type { Outcome } from '../../client/wire.ts';
import { deliver, requestIn } from '../replay/delivery.ts';

/** What comes of a re-enacted exchange. Its request is what undici, or a raw socket, was given to send. */
export type Prompt = (reenacted: Exchange) => Outcome;

/** Nothing is known of an answer before the request is signed, sent and reported; what is reported is then replaced. */
const nothing: Outcome = { answer: { status: 200, headers: [], body: new Uint8Array() } };

/** A client that sends nothing: it records what it would send, and is told what a live client heard. */
export class ReenactingClient extends OssClient {
  readonly #prompt: Prompt;
  readonly #wire: Wire;

  constructor(options: Omit<OssClientOptions, 'dispatcher' | 'rawSocket'>, prompt: Prompt) {
    const wire = new Wire();
    super({ ...options, dispatcher: wire.dispatcher, rawSocket: async (request) => wire.take(request) });
    this.#wire = wire;
    this.#prompt = prompt;
  }

  override async send(...given: Parameters<OssClient['send']>): Promise<Exchange> {
    const sending = super.send(...given);
    // Everything up to the wire happens before `send` first waits.
    const request = this.#wire.taken();
    const exchange = { ...(await sending), ...(request === null ? {} : { request }) };
    return { ...exchange, outcome: this.#prompt(exchange) };
  }
}

/** An interceptor of undici that keeps what comes to it, and lets nothing pass. */
class Wire {
  #taken: WireRequest | null = null;

  readonly dispatcher = new Agent().compose(
    () => (options, handler) => deliver(this.take(requestIn(options)), handler),
  );

  take(request: WireRequest): Outcome {
    this.#taken = request;
    return nothing;
  }

  taken(): WireRequest | null {
    const request = this.#taken;
    this.#taken = null;
    return request;
  }
}

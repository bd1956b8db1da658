import type { Dispatcher } from 'undici';
import type { Answer } from '../../client/exchange.ts';
import { rawPairs } from '../../client/wire.ts';

type Handler = Dispatcher.DispatchHandler;
type Given<Method extends keyof Handler> = Parameters<NonNullable<Handler[Method]>>;

/** Hands everything on to the handler of a request, and tells of its answer once that has arrived. */
export class WatchedAnswer implements Handler {
  readonly #handler: Handler;
  readonly #tell: (answer: Answer) => void;
  readonly #chunks: Buffer[] = [];
  #head: Pick<Answer, 'status' | 'headers'> | null = null;

  constructor(handler: Handler, tell: (answer: Answer) => void) {
    this.#handler = handler;
    this.#tell = tell;
  }

  onRequestStart(...given: Given<'onRequestStart'>): void {
    this.#handler.onRequestStart?.(...given);
  }

  onBodySent(...given: Given<'onBodySent'>): void {
    this.#handler.onBodySent?.(...given);
  }

  onRequestSent(): void {
    this.#handler.onRequestSent?.();
  }

  onResponseStart(...given: Given<'onResponseStart'>): void {
    const [controller, status] = given;
    this.#head = { status, headers: rawPairs(controller.rawHeaders) };
    this.#handler.onResponseStart?.(...given);
  }

  onResponseData(...given: Given<'onResponseData'>): void {
    this.#chunks.push(given[1]);
    this.#handler.onResponseData?.(...given);
  }

  onResponseEnd(...given: Given<'onResponseEnd'>): void {
    if (this.#head !== null) this.#tell({ ...this.#head, body: Buffer.concat(this.#chunks) });
    this.#handler.onResponseEnd?.(...given);
  }

  onResponseError(...given: Given<'onResponseError'>): void {
    this.#handler.onResponseError?.(...given);
  }
}

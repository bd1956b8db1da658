import { BroadcastChannel } from 'node:worker_threads';

/** Reaches the workers of a run, which are threads of this process, or this thread itself. */
const channelName = 'oss-conformance: interruption';

/** Milliseconds. Repeated, because a worker may start to listen after the signal. */
const repeatedEvery = 50;

/** Tells the workers of that run once the signal is given, until the returned function is called. */
export function tellWorkers(signal: AbortSignal, run: string): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.unref();
  let repetition: NodeJS.Timeout | undefined;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- it is not that of a window
  const say = (): void => channel.postMessage(run);
  const tell = (): void => {
    repetition = setInterval(say, repeatedEvery).unref();
    say();
  };
  if (signal.aborted) tell();
  else signal.addEventListener('abort', tell, { once: true });
  return () => {
    signal.removeEventListener('abort', tell);
    clearInterval(repetition);
    channel.close();
  };
}

/** Receives an interruption in a worker. */
export class InterruptionListener {
  readonly #channel = new BroadcastChannel(channelName);
  #wasTold = false;

  /** `run` is its own: a message to the workers of an earlier run in the same process may come late. */
  constructor(run: string) {
    this.#channel.addEventListener('message', (message) => {
      if ('data' in message && message.data === run) this.#wasTold = true;
    });
    this.#channel.unref();
  }

  /** Whether no further scenario may begin. */
  get wasTold(): boolean {
    return this.#wasTold;
  }

  close(): void {
    this.#channel.close();
  }
}

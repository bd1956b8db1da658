import { BroadcastChannel } from 'node:worker_threads';
import { setImmediate as turn } from 'node:timers/promises';

/** The channel from the workers of a run, which are threads of this process or this thread itself. */
const channelName = 'oss-conformance: misled scenarios';

/** Tells the run which scenarios, `FEATURE:LINE`, a slow store misled in this worker. */
export function nameMisled(scenarios: readonly string[]): void {
  if (scenarios.length === 0) return;
  const channel = new BroadcastChannel(channelName);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- it is not that of a window
  channel.postMessage(scenarios);
  channel.close();
}

/** Collects, from all workers, the scenarios that a slow store misled. */
export class MisledScenarios {
  readonly #channel = new BroadcastChannel(channelName);
  readonly #scenarios: string[] = [];

  constructor() {
    this.#channel.addEventListener('message', (message) => {
      // Both ends are ours.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
      if ('data' in message) this.#scenarios.push(...(message.data as readonly string[]));
    });
    this.#channel.unref();
  }

  /** Ends the collection, once every worker has ended. */
  async take(): Promise<readonly string[]> {
    // What was posted arrives with the next turn of the event loop.
    await turn();
    await turn();
    this.#channel.close();
    return this.#scenarios;
  }
}

import { BroadcastChannel } from 'node:worker_threads';
import { setImmediate as turn } from 'node:timers/promises';
import type { DoubtfulScenarios } from '../harness/read-after-write/doubtful-scenarios.ts';

/** The channel from the workers of a run, which are threads of this process or this thread itself. */
const channelName = 'oss-conformance: doubtful scenarios';

/** Tells the run which scenarios of this worker are doubtful. */
export function nameDoubtful(scenarios: DoubtfulScenarios): void {
  if (scenarios.affected.length === 0) return;
  const channel = new BroadcastChannel(channelName);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- it is not that of a window
  channel.postMessage(scenarios);
  channel.close();
}

/** Collects the doubtful scenarios of all workers. */
export class DoubtfulCollection {
  readonly #channel = new BroadcastChannel(channelName);
  readonly #misled: string[] = [];
  readonly #unproved: string[] = [];
  readonly #affected: string[] = [];

  constructor() {
    this.#channel.addEventListener('message', (message) => {
      if (!('data' in message)) return;
      // Both ends are ours.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
      const { misled, unproved, affected } = message.data as DoubtfulScenarios;
      this.#misled.push(...misled);
      this.#unproved.push(...unproved);
      this.#affected.push(...affected);
    });
    this.#channel.unref();
  }

  /** What was collected, once every worker has ended. */
  async take(): Promise<DoubtfulScenarios> {
    // What was posted arrives with the next turn of the event loop.
    await turn();
    await turn();
    return { misled: this.#misled, unproved: this.#unproved, affected: this.#affected };
  }

  close(): void {
    this.#channel.close();
  }
}

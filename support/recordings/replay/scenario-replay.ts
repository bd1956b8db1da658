import type { WireRequest } from '../../client/request.ts';
import type { Outcome } from '../../client/wire.ts';
import { Nonconformance, Unsupported, Untested } from '../../harness/verdict/finding.ts';
import type { PlayedScenario } from '../../harness/world/backend.ts';
import { playOutcome } from '../format/recorded-exchange.ts';
import { recordingName } from '../format/recording-file.ts';
import { recordingPath } from '../format/recording-folder.ts';
import { RecordingProblem } from '../format/recording-problem.ts';
import type { RecordedExchange } from '../format/recording.ts';
import type { RecordingReader } from './recording-reader.ts';
import { requestMismatch } from './request-comparison.ts';

/**
 * Replays one scenario: each request must be the recorded one, byte for byte and in order. The first that differs is
 * the problem of the whole scenario, however its steps react to it.
 */
export class ScenarioReplay {
  readonly #reader: RecordingReader;
  readonly #scenario: PlayedScenario;
  /** The name of the recording in messages. */
  readonly #name: string;
  /** `null` if there is no recording. */
  #exchanges: readonly RecordedExchange[] | null = null;
  readonly #sent: Uint8Array[] = [];
  #problem: RecordingProblem | null = null;

  constructor(reader: RecordingReader, scenario: PlayedScenario) {
    this.#reader = reader;
    this.#scenario = scenario;
    this.#name = recordingName(recordingPath(scenario), scenario.name);
  }

  /** Throws RecordingProblem for a recording that cannot be used, Untested for one that says it cannot be played. */
  begin(): void {
    const recorded = this.#reader.scenario(this.#scenario);
    if (recorded === null) return;
    if (recorded.steps !== this.#scenario.steps)
      throw new RecordingProblem(this.#name, 'is stale: the scenario has changed since it was recorded');
    if (recorded.unplayable !== null) throw new Untested(`recordings cannot show it: ${recorded.unplayable}`);
    this.#exchanges = recorded.exchanges;
  }

  /** The recorded outcome of that request; `null` if it is not the recorded request. */
  outcomeOf(request: WireRequest): Outcome | null {
    if (this.#problem !== null) return null;
    const asked = `${request.method} ${request.path}`;
    if (this.#exchanges === null) return this.#fail(`is missing, and the scenario sends ${asked}`);
    const position = this.#sent.length;
    const next = this.#exchanges[position];
    if (next === undefined) return this.#fail(`exchange ${position + 1}: expected no further request, got ${asked}`);
    const mismatch = requestMismatch(next.request, request);
    if (mismatch !== null) return this.#fail(`exchange ${position + 1}: ${mismatch}`);
    this.#sent.push(request.body ?? new Uint8Array());
    return playOutcome(next, request.origin, this.#sent);
  }

  /** Throws RecordingProblem if recorded requests were not sent; `thrown` is what ended the scenario. */
  end(thrown: unknown): void {
    if (this.#problem !== null) throw this.#problem;
    const position = this.#sent.length;
    const next = this.#exchanges?.[position];
    // Requests that need an absent capability are not sent, and a failed scenario sends no more requests.
    if (next === undefined || thrown instanceof Unsupported || thrown instanceof Nonconformance) return;
    const { method, path } = next.request;
    const what = `exchange ${position + 1}: expected ${method} ${path}, got no further request`;
    throw new RecordingProblem(this.#name, what);
  }

  #fail(what: string): null {
    this.#problem = new RecordingProblem(this.#name, what);
    return null;
  }
}

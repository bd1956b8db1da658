import type { WireRequest } from '../../client/request.ts';
import type { Outcome } from '../../client/wire.ts';
import { Nonconformance, Unsupported, Untested } from '../../harness/verdict/finding.ts';
import type { PlayedScenario } from '../../harness/world/backend.ts';
import { playOutcome } from '../format/recorded-exchange.ts';
import { readRecording } from '../format/recording-file.ts';
import type { RecordedExchange } from '../format/recording.ts';
import { RecordingProblem } from '../format/recording-problem.ts';
import { requestDeparture } from './request-comparison.ts';
import { recordingPath } from '../format/scenario-name.ts';

/**
 * Plays the recording of one scenario: each request must be the recorded one, byte for byte and in its order. The first
 * that is not is the problem of the whole scenario, whatever its steps make of it.
 */
export class Replay {
  readonly #directory: string;
  readonly #path: string;
  /** `null` where there is no recording. */
  #exchanges: readonly RecordedExchange[] | null = null;
  readonly #sent: Uint8Array[] = [];
  #problem: RecordingProblem | null = null;

  constructor(directory: string, scenario: PlayedScenario) {
    this.#directory = directory;
    this.#path = recordingPath(scenario);
  }

  /** Throws RecordingProblem for a recording that cannot be used, Untested for one that says it cannot be played. */
  begin({ steps }: PlayedScenario): void {
    const recording = readRecording(this.#directory, this.#path);
    if (recording === null) return;
    if (recording.scenario.steps !== steps)
      throw new RecordingProblem(this.#path, 'is stale: the scenario has changed since it was recorded');
    if (recording.unplayable !== null) throw new Untested(`recordings cannot show it: ${recording.unplayable}`);
    this.#exchanges = recording.exchanges;
  }

  /** What came of that request; `null` where it is not the one that was recorded. */
  take(request: WireRequest): Outcome | null {
    if (this.#problem !== null) return null;
    const asked = `${request.method} ${request.path}`;
    if (this.#exchanges === null) return this.#fail(`is missing, and the scenario asks ${asked}`);
    const position = this.#sent.length;
    const next = this.#exchanges[position];
    if (next === undefined) return this.#fail(`exchange ${position + 1}: expected no further request, got ${asked}`);
    const departure = requestDeparture(next.request, request);
    if (departure !== null) return this.#fail(`exchange ${position + 1}: ${departure}`);
    this.#sent.push(request.body ?? new Uint8Array());
    return playOutcome(next, request.origin, this.#sent);
  }

  /** Throws RecordingProblem where the scenario did not ask what was recorded; `thrown` is how it ended. */
  end(thrown: unknown): void {
    if (this.#problem !== null) throw this.#problem;
    const position = this.#sent.length;
    const next = this.#exchanges?.[position];
    // Whoever declares a capability absent asks for nothing that needs it; a failed clause asks for nothing further.
    if (next === undefined || thrown instanceof Unsupported || thrown instanceof Nonconformance) return;
    const { method, path } = next.request;
    const what = `exchange ${position + 1}: expected ${method} ${path}, got no further request`;
    throw new RecordingProblem(this.#path, what);
  }

  #fail(what: string): null {
    this.#problem = new RecordingProblem(this.#path, what);
    return null;
  }
}

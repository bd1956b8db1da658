import type { PlayedScenario } from '../../harness/world/backend.ts';
import { readRecording, scenarioIn } from '../format/recording-file.ts';
import { recordingPath } from '../format/recording-folder.ts';
import type { RecordedScenario, Recording } from '../format/recording.ts';

/** Reads the recordings of a folder, one clause at a time, because the scenarios of a clause follow each other. */
export class RecordingReader {
  readonly #directory: string;
  #last: { readonly path: string; readonly recording: Recording | null } | null = null;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** `null` for a scenario that is not recorded. Throws RecordingProblem for a recording that cannot be used. */
  scenario(scenario: PlayedScenario): RecordedScenario | null {
    const path = recordingPath(scenario);
    if (this.#last?.path !== path) this.#last = { path, recording: readRecording(this.#directory, path) };
    const { recording } = this.#last;
    return recording === null ? null : scenarioIn(recording, path, scenario.name);
  }
}

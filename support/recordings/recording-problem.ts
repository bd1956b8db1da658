/** A recording that cannot be used, or a request that is not the recorded one: never the store's fault. One line. */
export class RecordingProblem extends Error {
  override readonly name: string = 'RecordingProblem';

  /** `recording` names the file within its folder. */
  constructor(recording: string, what: string) {
    super(`recording ${recording}: ${what}`);
  }
}

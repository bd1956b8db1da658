/** A recording that cannot be used, or a request that is not the recorded one: never the store's fault. One line. */
export class RecordingProblem extends Error {
  override readonly name = 'RecordingProblem';

  /** `recording` names the file within its folder, and the scenario. */
  constructor(recording: string, what: string) {
    super(`${beginning}${recording}: ${what}`);
  }
}

/** Whether such a problem is the reason of a verdict. */
export function isOfRecording(reason: string | null): boolean {
  return reason?.startsWith(beginning) === true;
}

const beginning = 'recording ';

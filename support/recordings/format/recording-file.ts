import { digestOf, readDocument, requireDigest, requireThisSuite } from './document.ts';
import type { RecordedScenario, Recording } from './recording.ts';
import { RecordingProblem } from './recording-problem.ts';
import { formFaultOf } from './recording-schema.ts';

export const recordingSchema = 'oss-conformance/recording/2';

/** `null` where there is no such file. Throws RecordingProblem for a file that cannot be used. */
export function readRecording(directory: string, path: string): Recording | null {
  const document = readDocument(directory, path, recordingSchema);
  if (document === null) return null;
  const fault = formFaultOf(document);
  if (fault !== null) throw new RecordingProblem(path, `is no recording: ${fault}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its form was just checked
  const recording = document as Recording;
  requireThisSuite(path, recording.provenance.suite);
  return recording;
}

/** The recording of the scenario with this title. Throws RecordingProblem where it was edited. */
export function scenarioIn(recording: Recording, path: string, title: string): RecordedScenario | null {
  const scenario = recording.scenarios.find((candidate) => candidate.title === title);
  if (scenario === undefined) return null;
  const { title: _, ...rest } = scenario;
  requireDigest(recordingName(path, title), digestedPart(recording, rest));
  return scenario;
}

/** What a message calls the recording of a scenario. */
export function recordingName(path: string, title: string): string {
  return `${path}, ${JSON.stringify(title)}`;
}

/** What a recording says of all its scenarios. */
export type RecordingHead = Pick<Recording, 'clause' | 'provenance'>;

export function scenarioWithDigest(
  head: RecordingHead,
  { title, steps, date, unplayable, exchanges }: Omit<RecordedScenario, 'digest'>,
): RecordedScenario {
  const digest = digestOf(digestedPart(head, { steps, date, unplayable, exchanges }));
  return { title, steps, date, digest, unplayable, exchanges };
}

/** Not the title, so that a new title changes one line of the file. */
function digestedPart<Scenario extends object>({ clause, provenance }: RecordingHead, scenario: Scenario) {
  return { clause, provenance, ...scenario };
}

import type { Recording } from './recording.ts';
import { RecordingProblem } from './recording-problem.ts';
import { formFaultOf } from './recording-schema.ts';
import { digestOf, readSealed, writeSealed } from './sealed-file.ts';
import { requireThisSuite } from './suite-version.ts';

/** Writes a recording; one that says what the old one said stays as it is, date and all. */
export function writeRecording(directory: string, path: string, recording: Omit<Recording, 'digest'>): void {
  if (!isSameButForItsDate(directory, path, recording)) writeSealed(directory, path, recording);
}

/** `null` where there is no such file. Throws RecordingProblem for one that cannot be used. */
export function readRecording(directory: string, path: string): Recording | null {
  const recording = readSealed<Recording>(directory, path, 'oss-conformance/recording/1');
  if (recording === null) return null;
  const fault = formFaultOf(recording);
  if (fault !== null) throw new RecordingProblem(path, `is no recording: ${fault}`);
  requireThisSuite(path, recording.provenance.suite);
  return recording;
}

function isSameButForItsDate(directory: string, path: string, recording: Omit<Recording, 'digest'>): boolean {
  try {
    const old = readRecording(directory, path);
    if (old === null) return false;
    const { date } = old.provenance;
    return digestOf({ ...recording, provenance: { ...recording.provenance, date } }) === old.digest;
  } catch (error) {
    if (error instanceof RecordingProblem) return false;
    throw error;
  }
}

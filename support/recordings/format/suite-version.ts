import manifest from '../../../package.json' with { type: 'json' };
import { RecordingProblem } from './recording-problem.ts';

export const suiteVersion = manifest.version;

/** A recording holds for the suite that made it: another one sends another User-Agent, and perhaps other requests. */
export function requireThisSuite(path: string, suite: string): void {
  if (suite !== suiteVersion)
    throw new RecordingProblem(path, `was made by suite ${suite}, and this is suite ${suiteVersion}`);
}

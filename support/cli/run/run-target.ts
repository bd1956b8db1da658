import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { chosenTarget } from './chosen-target.ts';
import type { RunFlags } from './run-flags.ts';
import { runStarted, startTarget } from './started-run.ts';

/** Runs the suite against the target that the flags choose. Returns the process exit code. */
export async function runTarget(flags: RunFlags): Promise<number> {
  const choice = chosenTarget(flags);
  if (choice.kind === 'recordings') {
    const { replayRecordings } = await import('./replaying.ts');
    return replayRecordings(choice, flags);
  }
  if (flags.recordings !== undefined) throw new ConfigurationError('--recordings goes with --target recordings');
  return runStarted(await startTarget(choice, flags), flags);
}

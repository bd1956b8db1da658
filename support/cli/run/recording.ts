import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import type { RunRecord } from '../../harness/verdict/run-record.ts';
import type { Target } from '../../harness/target/target.ts';
import {
  readRecordedTarget,
  writeRecordedTarget,
  type RecordedTarget,
} from '../../recordings/format/recorded-target.ts';
import { recordingsIn } from '../../recordings/format/recording-folder.ts';
import { RecordingProblem } from '../../recordings/format/recording-problem.ts';
import { describedTarget } from '../../recordings/format/placeholder-credentials.ts';
import { discardUnmerged, mergeRecordings } from '../../recordings/recorder/recording-merge.ts';
import { chosenTarget } from './chosen-target.ts';
import type { RunFlags } from './run-flags.ts';
import { runStarted, startTarget, type Taping } from './started-run.ts';
import { shippedRecordings } from './replaying.ts';

/** Judges the chosen target and records its exchanges. Returns the process exit code. */
export async function recordTarget(flags: RunFlags): Promise<number> {
  const choice = chosenTarget(flags);
  if (choice.kind === 'recordings')
    throw new ConfigurationError('--target recordings: recordings cannot be recorded again; name the store');
  const started = await startTarget(choice, flags);
  return runStarted(started, flags, () => recorder(started.target, flags));
}

/** Throws ConfigurationError if the folder has recordings of another target, which a part of the suite cannot replace. */
function recorder(target: Target, flags: RunFlags): Taping {
  const described = describedTarget(target);
  const directory = placeOf(flags, described);
  const joinsOthers = isPart(flags) && recordingsIn(directory).size > 0;
  if (joinsOthers) requireSameTarget(directory, described);
  return {
    tape: { mode: 'record', directory },
    provenance: described.class,
    prepare: () => {
      if (!joinsOthers) writeRecordedTarget(directory, described);
      discardUnmerged(directory);
    },
    conclude: (record) => conclude(record, directory),
  };
}

function placeOf({ recordings }: RunFlags, { class: provenance }: RecordedTarget): string {
  if (recordings !== undefined) return resolve(recordings);
  return provenance === 'reference' ? shippedRecordings() : resolve('recordings');
}

function isPart({ clauses, tags }: RunFlags): boolean {
  return clauses !== undefined || tags !== undefined;
}

/** A folder contains recordings of one target only. */
function requireSameTarget(directory: string, described: RecordedTarget): void {
  try {
    if (isDeepStrictEqual(readRecordedTarget(directory), JSON.parse(JSON.stringify(described)))) return;
  } catch (error) {
    if (!(error instanceof RecordingProblem)) throw error;
    throw new ConfigurationError(`${error.message}; record the whole suite, without --clauses and --tags`);
  }
  throw new ConfigurationError(
    `${directory} holds recordings of another target, or of other capabilities; record the whole suite, without --clauses and --tags`,
  );
}

function conclude({ catalogue, outcomes }: RunRecord, directory: string): void {
  const { written, unchanged, removed } = mergeRecordings(directory, catalogue);
  const unrecorded = outcomes.filter(({ verdict }) => verdict === 'inconclusive' || verdict === 'harness-error');
  const lines = [
    `Recordings     ${directory}: ${written} scenarios written, ${unchanged} unchanged, ${removed} removed`,
    ...unrecorded.map(({ clause, name, verdict }) => `not recorded   ${clause} ${name}: ${verdict}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

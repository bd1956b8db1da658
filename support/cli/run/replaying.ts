import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import type { RunRecord } from '../../harness/verdict/run-record.ts';
import type { TargetChoice } from '../../harness/target/target-choice.ts';
import type { Target } from '../../harness/target/target.ts';
import { exitCode } from '../exit-code.ts';
import { readRecordedTarget } from '../../recordings/format/recorded-target.ts';
import type { Provenance } from '../../recordings/format/recording.ts';
import { isOfRecording, RecordingProblem } from '../../recordings/format/recording-problem.ts';
import { placeholderTarget } from '../../recordings/format/placeholder-credentials.ts';
import type { RunFlags } from './run-flags.ts';
import { runStarted } from './started-run.ts';
import { quoted } from './repro.ts';

type RecordingsChoice = Extract<TargetChoice, { kind: 'recordings' }>;

/** Runs the suite against recordings. Recordings that were edited are our own fault: no verdict rests on them. */
export async function replayRecordings(choice: RecordingsChoice, flags: RunFlags): Promise<number> {
  if (flags.features !== undefined)
    throw new ConfigurationError('--features: there are no recordings of these features; choose another target');
  keepHeapSmall();
  const directory = flags.recordings === undefined ? shippedRecordings() : existingDirectory(flags.recordings);
  try {
    const described = readRecordedTarget(directory);
    const target = asAsked(placeholderTarget(described), choice, flags);
    return await runStarted({ target, close: async () => undefined }, flags, () => ({
      tape: { mode: 'replay', directory },
      provenance: described.class,
      conclude: (record) => printRenewal(record, flags, described.class),
    }));
  } catch (error) {
    if (!(error instanceof RecordingProblem)) throw error;
    process.stderr.write(`${error.message}; to record everything again: ${renewalOf(flags, null)}\n`);
    return exitCode('harness-error');
  }
}

/**
 * On a machine with free memory V8 lets the young generation grow to 128 MB and collects the old one when it has doubled
 * or more, and a replay, which makes much garbage, would take 600 MB of which it needs a third.
 */
function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=40');
}

/** A mistyped path is the user's mistake; a broken folder of recordings is our own fault. */
function existingDirectory(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return resolve(path);
  throw new ConfigurationError(`--recordings ${path}: there is no such directory`);
}

/** The recordings of the reference store, which are part of the suite. */
export function shippedRecordings(): string {
  return fileURLToPath(new URL('../../recordings/reference', import.meta.url));
}

/** Throws ConfigurationError for a style of request that was not recorded. */
function asAsked(target: Target, { without }: RecordingsChoice, flags: RunFlags): Target {
  for (const flag of ['region', 'addressing', 'signature'] as const)
    if (flags[flag] !== undefined && flags[flag] !== target[flag])
      throw new ConfigurationError(`--${flag} ${flags[flag]}: the recordings were made with ${target[flag]}`);
  return { ...target, capabilities: target.capabilities.filter((capability) => !without.includes(capability)) };
}

/** Of more clauses than these, everything is recorded again: the command line would be a page long. */
const longestList = 20;

/** Prints the one command that renews the recordings that could not be replayed. */
function printRenewal({ outcomes }: RunRecord, flags: RunFlags, whose: Provenance['class']): void {
  const stale = outcomes.filter(({ verdict, reason }) => verdict === 'harness-error' && isOfRecording(reason));
  if (stale.length === 0) return;
  const clauses = [...new Set(stale.map(({ clause }) => clause))];
  const listed = clauses.length > longestList ? [] : clauses;
  process.stdout.write(`If the change is meant, renew the recordings: ${renewalOf(flags, whose, listed)}\n`);
}

/** The repository runs through an npm script, the package through its program. */
const record = import.meta.url.endsWith('.ts') ? 'npm run -s oss-conformance -- record' : 'oss-conformance record';

/** The command that renews recordings: those of some clauses, or all. `whose` is `null` if the folder cannot be read. */
function renewalOf(
  { recordings }: RunFlags,
  whose: Provenance['class'] | null,
  clauses: readonly string[] = [],
): string {
  const isReference = recordings === undefined || whose === 'reference';
  const words = [
    `--no-allure --target ${isReference ? 'reference' : 'FILE'}`,
    ...(recordings === undefined ? [] : [`--recordings ${quoted(recordings)}`]),
    ...(clauses.length === 0 ? [] : [`--clauses ${clauses.join(',')}`]),
  ];
  return [record, ...words].join(' ');
}

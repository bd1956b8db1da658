import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { CatalogueEntry } from '../../harness/catalogue/catalogue.ts';
import type { SubResource } from '../../harness/gate/sub-resource.ts';
import { documentText, writeDocument } from '../format/document.ts';
import { gateScenario, instrumentsScenario } from '../format/recorded-scenario.ts';
import { readRecording, scenarioWithDigest, type RecordingHead } from '../format/recording-file.ts';
import { recordingPath, recordingsIn } from '../format/recording-folder.ts';
import { RecordingProblem } from '../format/recording-problem.ts';
import type { RecordedScenario, Recording } from '../format/recording.ts';

/** The parts of the catalogue that a merge needs. */
interface Suite {
  readonly clauses: readonly Pick<CatalogueEntry, 'id' | 'feature' | 'scenarios'>[];
  readonly subResources: readonly Pick<SubResource, 'name'>[];
}

/** How many scenarios of a folder a run wrote, found unchanged, and removed. */
export interface MergeCounts {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** Where the recordings of a run are until it ends: several workers may record scenarios of one clause. */
export function unmergedIn(directory: string): string {
  return join(directory, '.unmerged');
}

/** Removes the files of a run that was killed before it could merge. */
export function discardUnmerged(directory: string): void {
  rmSync(unmergedIn(directory), { recursive: true, force: true });
}

/**
 * Merges what a run recorded into the recordings of its clauses, and removes scenarios that the suite no longer has. A
 * scenario with the same recording as before stays unchanged, including its date.
 */
export function mergeRecordings(directory: string, suite: Suite): MergeCounts {
  const recorded = recordedIn(unmergedIn(directory));
  const clauses = clausesOf(suite);
  const counts = clauses.map(({ path, clause, titles }) => {
    const old = usableRecording(directory, path);
    const merged = mergeClause(old, recorded.get(clause) ?? [], titles);
    if (merged !== null) replace(directory, path, merged);
    return countsOf(old, merged);
  });
  const removed = removeOrphans(directory, new Set(clauses.map(({ path }) => path)));
  discardUnmerged(directory);
  return [...counts, { written: 0, unchanged: 0, removed }].reduce(sum);
}

function recordedIn(unmerged: string): ReadonlyMap<string, readonly Recording[]> {
  const recordings = [...recordingsIn(unmerged).keys()].flatMap((path) => readRecording(unmerged, path) ?? []);
  return Map.groupBy(recordings, ({ clause }) => clause);
}

interface RecordedClause {
  readonly path: string;
  readonly clause: string;
  readonly titles: ReadonlySet<string>;
}

function clausesOf({ clauses, subResources }: Suite): readonly RecordedClause[] {
  const probes = Map.groupBy([...subResources.map(gateScenario), instrumentsScenario], ({ clause }) => clause);
  const opening = [...probes].map(([clause, scenarios]) => ({
    path: recordingPath({ feature: scenarios[0]?.feature ?? '', clause }),
    clause,
    titles: new Set(scenarios.map(({ name }) => name)),
  }));
  const others = clauses.map(({ id, feature, scenarios }) => ({
    path: recordingPath({ feature: feature ?? '', clause: id }),
    clause: id,
    titles: new Set(scenarios.map(({ name }) => name)),
  }));
  return [...opening, ...others];
}

/** `null` for a clause without a recording, and for one that cannot be used: recording it again replaces that. */
function usableRecording(directory: string, path: string): Recording | null {
  try {
    return readRecording(directory, path);
  } catch (error) {
    if (error instanceof RecordingProblem) return null;
    throw error;
  }
}

function mergeClause(
  old: Recording | null,
  fresh: readonly Recording[],
  titles: ReadonlySet<string>,
): Recording | null {
  const head = fresh[0] ?? old;
  if (head === null) return null;
  const before = isDeepStrictEqual(old?.provenance, head.provenance) ? (old?.scenarios ?? []) : [];
  const recorded = fresh
    .flatMap(({ scenarios }) => scenarios)
    .map((scenario) => unlessUnchanged(head, scenario, before));
  const isRecorded = new Set(recorded.map(({ title }) => title));
  const kept = before.filter(({ title }) => titles.has(title) && !isRecorded.has(title));
  return { ...headOf(head), scenarios: [...recorded, ...kept].toSorted(bySteps) };
}

/** The fresh scenario, with the date of the old one where that gave the same answers. */
function unlessUnchanged(
  head: RecordingHead,
  fresh: RecordedScenario,
  before: readonly RecordedScenario[],
): RecordedScenario {
  // A scenario with a new title still has its steps.
  const old = before.find(({ title }) => title === fresh.title) ?? before.find(({ steps }) => steps === fresh.steps);
  if (old === undefined) return fresh;
  const unchanged = scenarioWithDigest(head, { ...fresh, date: old.date });
  return isDeepStrictEqual(unchanged, { ...old, title: fresh.title }) ? unchanged : fresh;
}

function headOf({ schema, clause, provenance }: Recording): Omit<Recording, 'scenarios'> {
  return { schema, clause, provenance };
}

function bySteps(one: RecordedScenario, other: RecordedScenario): number {
  return `${one.steps} ${one.title}` < `${other.steps} ${other.title}` ? -1 : 1;
}

/** A file that already says the same is left alone. */
function replace(directory: string, path: string, recording: Recording): void {
  const file = join(directory, path);
  if (recording.scenarios.length === 0) return rmSync(file, { force: true });
  const isSame = existsSync(file) && readFileSync(file, 'utf8') === documentText(recording);
  if (!isSame) writeDocument(directory, path, recording);
}

function countsOf(old: Recording | null, merged: Recording | null): MergeCounts {
  const [before, after] = [old?.scenarios ?? [], merged?.scenarios ?? []];
  const unchanged = after.filter((scenario) => before.some((earlier) => isDeepStrictEqual(earlier, scenario)));
  const removed = before.filter(
    ({ title, steps }) => !after.some((later) => later.title === title || later.steps === steps),
  );
  return { written: after.length - unchanged.length, unchanged: unchanged.length, removed: removed.length };
}

/** Removes the recordings of clauses that the suite no longer has, and those of the older form, one for each scenario. */
function removeOrphans(directory: string, wanted: ReadonlySet<string>): number {
  const orphans = [...recordingsIn(directory)].filter(([path, text]) => !wanted.has(path) && isOurs(text));
  for (const [path] of orphans) {
    rmSync(join(directory, path));
    const folder = join(directory, dirname(path));
    if (readdirSync(folder).length === 0) rmdirSync(folder);
  }
  return orphans.length;
}

/** Only recordings are removed, no other file of the user. */
function isOurs(text: string): boolean {
  return text.includes('"oss-conformance/recording/');
}

function sum(one: MergeCounts, other: MergeCounts): MergeCounts {
  return {
    written: one.written + other.written,
    unchanged: one.unchanged + other.unchanged,
    removed: one.removed + other.removed,
  };
}

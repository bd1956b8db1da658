import { existsSync, readdirSync, readFileSync, rmSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../harness/catalogue/catalogue.ts';
import { gateScenario, recordingPath } from './scenario-name.ts';

/** What stands in each recording of a folder, by its path within it. None where there is no folder. */
export function recordingsIn(directory: string): ReadonlyMap<string, string> {
  const folders = entriesOf(directory).filter((entry) => entry.isDirectory());
  const paths = folders.flatMap(({ name: folder }) =>
    entriesOf(join(directory, folder))
      .filter(({ name }) => name.endsWith('.json'))
      .map(({ name }) => join(folder, name)),
  );
  return new Map(paths.toSorted().map((path) => [path, readFileSync(join(directory, path), 'utf8')]));
}

/** Removes the recordings of scenarios that the suite no longer has. Returns their paths. */
export function removeOrphans(directory: string, { clauses, subResources }: Catalogue): readonly string[] {
  const wanted = new Set([
    ...subResources.map((subResource) => recordingPath(gateScenario(subResource))),
    ...clauses.flatMap(pathsOf),
  ]);
  const orphans = [...recordingsIn(directory)].filter(([path, text]) => !wanted.has(path) && isOurs(text));
  for (const [path] of orphans) rmSync(join(directory, path));
  return orphans.map(([path]) => path);
}

function pathsOf({ id, feature, scenarios }: Catalogue['clauses'][number]): readonly string[] {
  return scenarios.map(({ name }) => recordingPath({ feature: feature ?? '', clause: id, name }));
}

/** Nobody else's file is removed. */
function isOurs(text: string): boolean {
  return text.includes('"oss-conformance/recording/1"');
}

function entriesOf(directory: string): readonly Dirent[] {
  return existsSync(directory) ? readdirSync(directory, { withFileTypes: true }) : [];
}

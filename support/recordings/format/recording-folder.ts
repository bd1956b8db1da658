import { existsSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Where the recordings of a clause are in their folder. */
export function recordingPath({ feature, clause }: { readonly feature: string; readonly clause: string }): string {
  return join(basename(dirname(feature)), `${clause}.json`);
}

/** The text of each recording of a folder, by its path within it. None where there is no folder. */
export function recordingsIn(directory: string): ReadonlyMap<string, string> {
  const folders = entriesOf(directory).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  const paths = folders.flatMap(({ name: folder }) =>
    entriesOf(join(directory, folder))
      .filter(({ name }) => name.endsWith('.json'))
      .map(({ name }) => join(folder, name)),
  );
  return new Map(paths.toSorted().map((path) => [path, readFileSync(join(directory, path), 'utf8')]));
}

function entriesOf(directory: string): readonly Dirent[] {
  return existsSync(directory) ? readdirSync(directory, { withFileTypes: true }) : [];
}

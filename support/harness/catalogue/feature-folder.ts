import { statSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigurationError } from '../target/configuration-error.ts';

/** A folder of features and clause files. */
export interface FeatureFolder {
  /** Absolute; the paths of its features begin below it, e.g. with `features/`. */
  readonly root: string;
  /** Its path below the root, with slashes. */
  readonly name: string;
}

/** The specification itself. */
export const suiteFolder: FeatureFolder = {
  root: fileURLToPath(new URL('../../../', import.meta.url)),
  name: 'features',
};

/**
 * A folder of the user's own. Its features have the paths that they have from the current directory, so that editors and
 * CI servers find them; a folder elsewhere is named alone. Throws ConfigurationError if there is no such folder.
 */
export function ownFolder(path: string): FeatureFolder {
  const directory = resolve(path);
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new ConfigurationError(`--features ${path}: there is no such folder`);
  const near = relative(process.cwd(), directory);
  const isBelow = near !== '' && !near.startsWith('..') && !isAbsolute(near);
  return isBelow
    ? { root: process.cwd(), name: near.replaceAll(sep, '/') }
    : { root: dirname(directory), name: basename(directory) };
}

/** Its absolute path. */
export function pathOf({ root, name }: FeatureFolder): string {
  return resolve(root, name);
}

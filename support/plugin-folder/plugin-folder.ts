import { readdirSync } from 'node:fs';
import { basename, sep } from 'node:path';

/** `.ts` in the repository, `.js` in the package. */
const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'));

/**
 * Loads every module in a folder and the folders below it; there is no registry. Each module default-exports one thing
 * of a kind, such as a command or a deviation, under its file name.
 */
export class PluginFolder<Exported> {
  readonly #folder: URL;
  /** Path within the folder, by name. */
  #paths: ReadonlyMap<string, string> | null = null;

  /** `folder` ends in a slash. */
  constructor(folder: URL) {
    this.#folder = folder;
  }

  /** The names of the modules, in alphabetical order, without tests. Throws an Error where two modules share a name. */
  names(): readonly string[] {
    return [...this.#listed().keys()].toSorted();
  }

  /** What the module of that name exports. Rejects where there is none. */
  async load(name: string): Promise<Exported> {
    const path = this.#listed().get(name) ?? `${name}${extension}`;
    // Every module of the folder exports one of these; a test loads them all.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- for that reason
    const module = (await import(new URL(path, this.#folder).href)) as { default: Exported };
    return module.default;
  }

  #listed(): ReadonlyMap<string, string> {
    return (this.#paths ??= pathsByName(this.#folder));
  }
}

function pathsByName(folder: URL): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith(extension) || path.endsWith(`.test${extension}`) || path.endsWith('.d.ts')) continue;
    const name = basename(path, extension);
    if (paths.has(name)) throw new Error(`two modules are named "${name}"`);
    paths.set(name, path.split(sep).join('/'));
  }
  return paths;
}

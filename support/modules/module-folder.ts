import { readdirSync } from 'node:fs';

/** `.ts` in the repository, `.js` in the package. */
const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'));

/**
 * A folder each of whose modules is one of a kind by being there: a command, a deviation. Each default-exports what it
 * is; that all of them do, a test shows by loading them.
 */
export class ModuleFolder<Exported> {
  readonly #folder: URL;

  /** `folder` ends in a slash. */
  constructor(folder: URL) {
    this.#folder = folder;
  }

  /** The names of the modules, in alphabetical order; tests are none. */
  names(): readonly string[] {
    return readdirSync(this.#folder)
      .filter((file) => file.endsWith(extension) && !file.endsWith(`.test${extension}`) && !file.endsWith('.d.ts'))
      .map((file) => file.slice(0, -extension.length))
      .toSorted();
  }

  /** What the module of that name exports. Rejects where there is none. */
  async load(name: string): Promise<Exported> {
    // See above: every module of the folder exports one of these.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- for that reason
    const module = (await import(new URL(name + extension, this.#folder).href)) as { default: Exported };
    return module.default;
  }
}

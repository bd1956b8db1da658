import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { MarkedTexts } from './secrets/marked-texts.ts';

/** Something that somebody may come to read. */
export interface Output {
  readonly name: string;
  readonly content: string;
}

/** Every file below a directory but those excepted. */
export async function filesBelow(directory: string, except: readonly string[]): Promise<readonly Output[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    paths
      .filter((path) => !except.includes(path))
      .map(async (path) => ({ name: relative(directory, path), content: await readFile(path, 'latin1') })),
  );
}

/** Where a marked text stands that must stand nowhere, in words that do not repeat it. */
export function leaksIn(outputs: readonly Output[], marked: MarkedTexts): readonly string[] {
  return outputs.flatMap(({ name, content }) => Array.from(marked.in(content), (what) => `${what} stands in ${name}`));
}

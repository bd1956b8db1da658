import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { SecretScanner } from './secrets/secret-scanner.ts';

/** Something printed or written. */
export interface Output {
  readonly name: string;
  readonly content: string;
}

/** Every file below a directory, except those given. */
export async function filesBelow(directory: string, except: readonly string[]): Promise<readonly Output[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    paths
      .filter((path) => !except.includes(path))
      .map(async (path) => ({ name: relative(directory, path), content: await readFile(path, 'latin1') })),
  );
}

/** Which outputs contain a secret, in words that do not repeat it. */
export function leaksIn(outputs: readonly Output[], scanner: SecretScanner): readonly string[] {
  return outputs.flatMap(({ name, content }) => Array.from(scanner.findIn(content), (what) => `${what} is in ${name}`));
}

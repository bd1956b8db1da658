import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import { pathOf, suiteFolder } from '../../harness/catalogue/feature-folder.ts';

/**
 * Fills a folder with copies of the suite's families, under other names, until they have so many scenarios. It is a
 * larger suite of the same kind, for `--features`. Returns how many scenarios it has.
 */
export async function copyFeatures(folder: string, atLeast: number): Promise<number> {
  const { clauses } = await loadCatalogue();
  const scenarios = new Map<string, number>();
  for (const clause of clauses)
    scenarios.set(clause.family, (scenarios.get(clause.family) ?? 0) + clause.scenarios.length);
  const prefixes = [...new Set(clauses.map(({ id }) => id.slice(0, id.lastIndexOf('-'))))];
  let copied = 0;
  for (const letter of 'ABCDEFGHIJ')
    for (const [family, own] of scenarios) {
      if (copied >= atLeast) return copied;
      await copyFamily(family, join(folder, `${family}-${letter.toLowerCase()}`), renaming(prefixes, letter));
      copied += own;
    }
  return copied;
}

async function copyFamily(family: string, folder: string, renamed: (text: string) => string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const from = join(pathOf(suiteFolder), family);
  for (const name of await readdir(from)) {
    const isText = name.endsWith('.feature') || name.endsWith('.yaml');
    if (isText) await writeFile(join(folder, name), renamed(await readFile(join(from, name), 'utf8')));
    else await cp(join(from, name), join(folder, name), { recursive: true });
  }
}

/** `PBE-25` becomes `QAC-25` where C is its place among the prefixes. A sub-resource may be declared only once. */
function renaming(prefixes: readonly string[], letter: string): (text: string) => string {
  const other = new Map(prefixes.map((prefix, place) => [prefix, `Q${letter}${String.fromCodePoint(65 + place)}`]));
  const known = prefixes.join('|');
  return (text) =>
    text
      .replaceAll(new RegExp(`\\b(?:${known})(?=-\\d)`, 'gu'), (prefix) => other.get(prefix) ?? prefix)
      .replace(/(?<=^prefix: ).*$/mu, (prefix) => other.get(prefix) ?? prefix)
      .replace(/^subResource:\n(?: .*\n)+/mu, '');
}

import { readFile } from 'node:fs/promises';

/** For tests: `docs/serve.md`, whose recipes run as they are written, against a store at another port. */
export const servePage = await readFile(new URL('../serve.md', import.meta.url), 'utf8');

/** The block of code that names its file in a comment on its first line. */
export function recipe(file: string, store: URL): string {
  const text = blocks().find((block) => /^(?:\/\/|#) (\S+)$/mu.exec(block)?.[1] === file);
  if (text === undefined) throw new Error(`docs/serve.md has no ${file}`);
  return text.replaceAll('127.0.0.1:9000', store.host).replaceAll(':9000', `:${store.port}`);
}

function blocks(): readonly string[] {
  return [...servePage.matchAll(/^```\w+\n([^]*?)^```$/gmu)].map(([, text = '']) => text);
}

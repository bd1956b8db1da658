import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageContent } from './page-content.ts';
import { page } from './page.ts';

/** Writes `index.html` into a reports folder, next to the evidence it links to. Returns its path. */
export async function writePage(directory: string, content: PageContent): Promise<string> {
  const path = join(directory, 'index.html');
  await mkdir(directory, { recursive: true });
  await writeFile(path, page(content));
  return path;
}

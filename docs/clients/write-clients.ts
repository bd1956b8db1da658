#!/usr/bin/env node
import { readFile, writeFile } from 'node:fs/promises';
import { aliOssPart, opendalPart, withPart } from './clients-page.ts';
import { opendalIn } from './opendal.ts';
import { tryAliOss, tryOpendal } from './run-trials.ts';

/** Renews `docs/clients.md`; the part of opendal only where a folder is named in which it is installed. */
const [opendalFolder] = process.argv.slice(2);
const file = new URL('../clients.md', import.meta.url);
let page = withPart(await readFile(file, 'utf8'), 'ali-oss', aliOssPart(await tryAliOss()));
if (opendalFolder !== undefined) {
  const { version, operatorFor } = await opendalIn(opendalFolder);
  const today = new Date().toISOString().slice(0, 10);
  page = withPart(page, 'opendal', opendalPart(await tryOpendal(operatorFor), version, today));
}
await writeFile(file, page);

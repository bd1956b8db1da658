import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { aliOssPart, opendalPart, partOf } from './clients-page.ts';
import { opendalIn } from './opendal.ts';
import { tryAliOss, tryOpendal } from './run-trials.ts';

const page = await readFile(new URL('../clients.md', import.meta.url), 'utf8');

test('every method of ali-oss does what the page says', { timeout: 60_000 }, async () => {
  assert.equal(aliOssPart(await tryAliOss()), partOf(page, 'ali-oss'), 'renew it: npm run -s docs:clients');
});

/** With the folder of an installed opendal: `OPENDAL=FOLDER npm run proof:recipes`. */
const opendalFolder = process.env['OPENDAL'];
const skip = opendalFolder === undefined ? 'opendal is no dependency; name its folder in OPENDAL' : false;

test('every method of opendal does what the page says', { skip, timeout: 60_000 }, async () => {
  const { version, operatorFor } = await opendalIn(opendalFolder ?? '');
  const date = /run on (\S+):/u.exec(partOf(page, 'opendal'))?.[1] ?? '';
  assert.equal(opendalPart(await tryOpendal(operatorFor), version, date), partOf(page, 'opendal'));
});

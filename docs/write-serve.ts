#!/usr/bin/env node
import { readFile, writeFile } from 'node:fs/promises';
import { renewed } from './serve-operations.ts';

/** Renews the generated part of `docs/serve.md`. */
const page = new URL('serve.md', import.meta.url);
await writeFile(page, await renewed(await readFile(page, 'utf8')));

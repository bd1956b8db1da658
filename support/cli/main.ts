#!/usr/bin/env node
// oxlint-disable-next-line import/no-unassigned-import -- it has an effect only
import './compile-cache.ts';

// Loaded afterwards, so that the cache has it.
const { runCommandLine } = await import('./command-line.ts');
await runCommandLine(process.argv.slice(2));

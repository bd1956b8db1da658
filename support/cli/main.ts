#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// A third of the start of a run is compiling what was compiled before, so everything else is loaded after this.
enableCompileCache();
const { runCommandLine } = await import('./command-line.ts');
await runCommandLine(process.argv.slice(2));

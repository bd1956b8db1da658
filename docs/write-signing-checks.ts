#!/usr/bin/env node
import { readSigningChecks } from './signing-checks.ts';

/** Prints the page `docs/signing-checks.md`. */
process.stdout.write((await readSigningChecks()).page);

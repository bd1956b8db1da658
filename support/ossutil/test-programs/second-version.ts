#!/usr/bin/env node
// A correct program: ossutil 2.x as far as the feature needs it, as a process.
import { SecondVersion } from '../v2/ossutil.ts';

const { stdout, stderr, exitCode } = await new SecondVersion(process.cwd()).run(process.argv.slice(2));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = exitCode;

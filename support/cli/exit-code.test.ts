import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunVerdict } from '../harness/verdict/verdict.ts';
import { exitCode } from './exit-code.ts';

const rows: readonly [RunVerdict, number][] = [
  ['conformant', 0],
  ['nonconformant', 1],
  ['inconclusive', 3],
  ['harness-error', 4],
];

for (const [verdict, code] of rows)
  test(`the exit code of ${verdict} is ${code}`, () => assert.equal(exitCode(verdict), code));

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { readSigningChecks } from './signing-checks.ts';

const { page, problems } = await readSigningChecks();

test('the page of signing checks is what the command writes', async () => {
  const written = await readFile(new URL('signing-checks.md', import.meta.url), 'utf8');
  assert.ok(written === page, 'renew it: npm run -s docs:signing-checks > docs/signing-checks.md');
});

test('every cell has a scenario or a reason, and every variation of a signed request is in a row', () => {
  assert.deepEqual(problems, []);
});

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { loadCatalogue } from '../support/harness/catalogue/catalogue.ts';
import { clauseMarkdown, indexClauses } from '../support/reporting/catalogue/clause-index.ts';

test('the clause index is what the command writes', async () => {
  const { clauses } = await loadCatalogue();
  const written = await readFile(new URL('clauses.md', import.meta.url), 'utf8');
  const remedy = 'renew it: npm run -s oss-conformance -- clauses --format markdown > docs/clauses.md';
  assert.ok(written === clauseMarkdown(indexClauses(clauses, [])), remedy);
});

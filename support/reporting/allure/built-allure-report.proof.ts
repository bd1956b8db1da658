import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { buildAllureReport } from './allure-report.ts';
import { prepareAllureResults } from './allure-results.ts';
import { addResult, run } from './testing/known-failure.ts';

const javaIsHere = spawnSync('java', ['-version']).status === 0;

test('the Allure report is one file that names target and verdict, or says that it needs Java', async (t) => {
  const reports = await mkdtemp(join(tmpdir(), 'allure-report-'));
  t.after(() => rm(reports, { recursive: true }));
  await prepareAllureResults(reports);
  await addResult(reports);
  const outcome = await buildAllureReport(reports, run);
  if (!javaIsHere) {
    assert.ok('missing' in outcome);
    assert.match(outcome.missing, /needs Java/);
    return;
  }
  assert.deepEqual(outcome, { built: join(reports, 'allure-report', 'index.html') });
  assert.deepEqual(await readdir(join(reports, 'allure-report')), ['index.html']);
  const page = await readFile(join(reports, 'allure-report', 'index.html'), 'utf8');
  assert.match(
    page,
    /<title>acme &quot;store&quot; &lt;2&gt;\\nservé: conformant with 1 known deviation, complete<\/title>/,
  );
  await opensInBrowser(join(reports, 'allure-report', 'index.html'));
  const environment = embeddedIn(page, 'widgets/environment.json');
  assert.ok(Array.isArray(environment));
  assert.deepEqual(environment.find(({ name }) => name === 'verdict')?.values, ['conformant with 1 known deviation']);
  const trend = embeddedIn(page, 'history/history-trend.json');
  assert.ok(Array.isArray(trend) && trend.length === 1);
  const [history = ''] = await readdir(join(reports, 'allure-history'));
  assert.ok((await readdir(join(reports, 'allure-history', history))).includes('history-trend.json'));
  assert.deepEqual(environment.find(({ name }) => name === 'target')?.values, ['acme "store" <2>\\nservé']);
});

/** A file in the report. */
function embeddedIn(page: string, name: string): unknown {
  const [, content = ''] = new RegExp(`d\\('${name}','([^']*)'`).exec(page) ?? [];
  return JSON.parse(Buffer.from(content, 'base64').toString());
}

/** From a file, as with a double click. Only if Chromium is installed; the rest of the test works without it. */
async function opensInBrowser(path: string): Promise<void> {
  const browser = ['chromium', 'chromium-browser', 'google-chrome'].find(
    (name) => spawnSync(name, ['--version']).status === 0,
  );
  if (browser === undefined) return;
  const words = ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=5000', '--dump-dom'];
  const { stdout } = await promisify(execFile)(browser, [...words, pathToFileURL(path).href], {
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  assert.match(stdout, /conformant with 1 known deviation, complete/);
  assert.doesNotMatch(stdout, /Failed to fetch/);
}

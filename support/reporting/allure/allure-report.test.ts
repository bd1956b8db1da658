import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { writeOutcome } from './allure-outcome.ts';
import { buildAllureReport } from './allure-report.ts';
import { prepareAllureResults } from './allure-results.ts';
import { sampleClause, sampleResults } from '../results/sample-results.ts';

const javaIsHere = spawnSync('java', ['-version']).status === 0;
const { PATH, JAVA_HOME } = process.env;

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

describe('the Allure report', () => {
  let reports: string;
  beforeEach(async () => {
    reports = await mkdtemp(join(tmpdir(), 'allure-report-'));
    await prepareAllureResults(reports);
  });
  afterEach(async () => {
    for (const [name, value] of Object.entries({ PATH, JAVA_HOME })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await rm(reports, { recursive: true });
  });

  const addResult = async () => {
    const result = {
      uuid: '1',
      historyId: 'h',
      name: 'PBE-01 a scenario',
      fullName: 'PBE-01: a scenario',
      status: 'failed',
      statusDetails: { message: 'nonconformant: PBE-01: expected x, got y' },
      links: [],
      stage: 'finished',
      start: 1,
      stop: 2,
    };
    await writeFile(join(reports, 'allure-results', '1-result.json'), JSON.stringify(result));
  };
  const run = sampleResults({
    target: { name: 'acme "store" <2>\nservé' },
    clauses: [sampleClause('PBE-01', [{ name: 'a scenario', verdict: 'nonconformant', reason: 'expected x, got y' }])],
    expected: [
      { clause: 'PBE-01', observed: 'expected x, got y', issue: 'https://example.org/7', until: '2027-06-30' },
    ],
  });
  const read = (...path: string[]) => readFile(join(reports, ...path), 'utf8');
  /** A file in the report. */
  const embedded = async (name: string): Promise<unknown> => {
    const page = await read('allure-report', 'index.html');
    const [, content = ''] = new RegExp(`d\\('${name}','([^']*)'`).exec(page) ?? [];
    return JSON.parse(Buffer.from(content, 'base64').toString());
  };

  it('is one file that names target and verdict, or says that it needs Java', async () => {
    await addResult();
    const outcome = await buildAllureReport(reports, run);
    if (!javaIsHere) {
      assert.ok('missing' in outcome);
      assert.match(outcome.missing, /needs Java/);
      return;
    }
    assert.deepEqual(outcome, { built: join(reports, 'allure-report', 'index.html') });
    assert.deepEqual(await readdir(join(reports, 'allure-report')), ['index.html']);
    const page = await read('allure-report', 'index.html');
    assert.match(
      page,
      /<title>acme &quot;store&quot; &lt;2&gt;\\nservé: conformant with 1 known deviation, complete<\/title>/,
    );
    await opensInBrowser(join(reports, 'allure-report', 'index.html'));
    const environment = await embedded('widgets/environment.json');
    assert.ok(Array.isArray(environment));
    assert.deepEqual(environment.find(({ name }) => name === 'verdict')?.values, ['conformant with 1 known deviation']);
    const trend = await embedded('history/history-trend.json');
    assert.ok(Array.isArray(trend) && trend.length === 1);
    const [history = ''] = await readdir(join(reports, 'allure-history'));
    assert.ok((await readdir(join(reports, 'allure-history', history))).includes('history-trend.json'));
    assert.deepEqual(environment.find(({ name }) => name === 'target')?.values, ['acme "store" <2>\\nservé']);
  });

  it('shows a known deviation as muted, with its issue, and says how to see a scenario again', async () => {
    await addResult();
    for (const buildOrder of [1, 2]) writeOutcome(join(reports, 'allure-results'), run, buildOrder);
    const result: unknown = JSON.parse(await read('allure-results', '1-result.json'));
    assert.ok(typeof result === 'object' && result !== null && 'descriptionHtml' in result);
    assert.match(
      String(result.descriptionHtml),
      /^\n<p>To see it again:<\/p><pre>npm start -- features\/put-bucket-encryption\.feature:10<\/pre>$/,
    );
    assert.partialDeepStrictEqual(result, {
      statusDetails: { known: true, muted: true },
      links: [{ url: 'https://example.org/7', type: 'issue' }],
    });
  });

  it('is missing without Java, in one line that says what to do, and the last one stays', async () => {
    await addResult();
    await mkdir(join(reports, 'allure-report'));
    process.env['PATH'] = join(reports, 'nothing');
    delete process.env['JAVA_HOME'];
    const outcome = await buildAllureReport(reports, run);
    assert.ok('missing' in outcome);
    assert.match(outcome.missing, /^no Allure report: it needs Java 8 or later; install [^\n]*$/);
    assert.deepEqual((await readdir(reports)).toSorted(), ['allure-report', 'allure-results']);
  });

  it('is missing where nothing has run', async () => {
    const outcome = await buildAllureReport(join(reports, 'elsewhere'), run);
    assert.ok('missing' in outcome);
    assert.match(outcome.missing, /allure-results holds no results; runs without --no-allure write them$/);
  });

  it('never shows an earlier run', async () => {
    await addResult();
    await prepareAllureResults(reports);
    assert.deepEqual(await readdir(join(reports, 'allure-results')), []);
  });
});

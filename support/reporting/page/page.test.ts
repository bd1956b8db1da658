import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import type { ScenarioEvidence } from '../../harness/evidence/evidence.ts';
import { printableText } from '../../harness/evidence/printable.ts';
import type { Side } from '../comparison/comparison.ts';
import { sampleClause, sampleResults } from '../results/sample-results.ts';
import type { DocumentedClause } from './page-content.ts';
import { page } from './page.ts';

const hostile = '</pre><img src=x onerror=alert(1)><script>alert(1)</script>"\u001B[2J\u202E';

const documented: DocumentedClause = {
  id: 'PBE-25',
  title: 'An algorithm the store does not offer is refused',
  says: 'SSEAlgorithm is KMS or AES256.',
  level: 'must',
  trust: 'doc',
  source: 'PutBucketEncryption',
  url: 'https://example.org/put',
  excluded: null,
  operation: 'PutBucketEncryption',
  epic: 'Bucket encryption',
  judges: 'store',
  feature: 'features/put-bucket-encryption.feature',
  line: 12,
  scenarios: [{ name: 'ROT13 is refused', line: 14, needs: [] }],
  gherkin: 'Scenario: ROT13 is refused\n  Given a bucket',
  needs: [],
};
const clauses: readonly DocumentedClause[] = [
  documented,
  { ...documented, id: 'PBE-26', title: 'Two pages disagree', says: 'One page says a, one says b.', trust: 'conflict' },
  { ...documented, id: 'PBE-90', title: 'A slip', excluded: 'A misprint.', feature: null, line: null, scenarios: [] },
];

const evidence: ScenarioEvidence = {
  clause: 'PBE-25',
  scenario: hostile,
  feature: documented.feature ?? '',
  line: 14,
  exchanges: [
    {
      request: { startLine: 'PUT /b/?encryption HTTP/1.1', headers: [], body: '<Rule/>' },
      answer: { startLine: 'HTTP/1.1 200', headers: [['Server', hostile]], body: hostile.repeat(1_000) },
      fault: null,
      canonical: 'what was signed',
      stringToSign: 'what was signed',
      startedAt: '2026-11-23T08:00:00.000Z',
      durationMs: 3,
    },
  ],
};

const failing: Side = {
  label: hostile,
  results: sampleResults({
    target: { name: hostile, endpoint: hostile },
    clauses: [
      sampleClause('PBE-25', [
        { name: hostile, line: 14, verdict: 'nonconformant', reason: `expected 400, got ${hostile}` },
        { name: 'AES256 is accepted', line: 20, verdict: 'conformant' },
      ]),
    ],
  }),
  evidence: [evidence],
};
const conforming: Side = {
  label: 'good',
  results: sampleResults({
    target: { name: 'good' },
    clauses: [
      sampleClause('PBE-25', [
        { name: hostile, line: 14, verdict: 'conformant' },
        { name: 'AES256 is accepted', line: 20, verdict: 'conformant' },
      ]),
    ],
  }),
  evidence: [],
};

describe('the page', () => {
  it('without results is the specification: clauses by id, contradictions, and what is not checked', () => {
    const text = page({ clauses, sides: [] });
    assert.match(text, /<article class="clause" id="PBE-25" /);
    assert.match(text, /<a href="https:\/\/example\.org\/put" rel="noreferrer">PutBucketEncryption<\/a>/);
    assert.match(text, /Where sources contradict each other[^]*One page says a, one says b\./);
    assert.match(text, /What is not checked, and why[^]*A misprint\./);
    assert.doesNotMatch(text, /<article[^>]* id="PBE-90"/);
  });

  it('with one document shows the causes, the failing scenario, its exchange and its repro', () => {
    const text = page({ clauses, sides: [failing] });
    assert.match(text, /data-verdict="nonconformant">nonconformant, complete</);
    assert.match(text, /What failed[^]*expected 400, got /);
    assert.match(text, /<a href="evidence\/PBE-25-put-bucket-encryption-14\.json">/);
    assert.match(text, /npm start -- features\/put-bucket-encryption\.feature:14/);
    assert.match(text, /What was sent and answered[^]*&lt; HTTP\/1\.1 200/);
    assert.doesNotMatch(text, /what was signed/);
  });

  it('with several documents compares them, and marks the lines that differ', () => {
    const other = { ...evidence, exchanges: evidence.exchanges.map((one) => ({ ...one, answer: null })) };
    const text = page({ clauses, sides: [failing, { ...conforming, evidence: [other] }] });
    assert.match(text, /Clauses that differ: 1/);
    assert.match(text, /<mark>&lt; HTTP\/1\.1 200<\/mark>/);
  });

  for (const [title, sides] of [
    ['one document', [failing]],
    ['a comparison', [failing, conforming]],
  ] as const) {
    it(`lets no answer of a store act in ${title}`, () => {
      const text = page({ clauses, sides });
      assert.equal(text, printableText(text));
      const outside = text.replace(/<style>[^]*?<\/style>/, '');
      assert.equal(outside.match(/<script/g)?.length, 1);
      assert.doesNotMatch(outside, /<img/);
      assert.match(text, /default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'/);
    });
  }

  it('links only what a results file may name', () => {
    const { results } = failing;
    const [clause] = results.clauses;
    assert.ok(clause);
    const expected = [{ clause: 'PBE-25', observed: 'x', issue: 'javascript:alert(1)', until: '2027-01-01' }];
    const text = page({ clauses, sides: [{ ...failing, results: sampleResults({ clauses: [clause], expected }) }] });
    assert.doesNotMatch(text, /href="javascript/);
  });

  describe('of runs in which everything fails, each scenario for its own reason', () => {
    let catalogue: readonly DocumentedClause[];
    let ofOne: string;
    let ofTwo: string;
    before(async () => {
      catalogue = (await loadCatalogue()).clauses;
      const one = failingEverywhere('one', catalogue);
      ofOne = page({ clauses: catalogue, sides: [one] });
      ofTwo = page({ clauses: catalogue, sides: [one, failingEverywhere('two', catalogue)] });
    });

    it('stays below 2 MB', () => {
      for (const [what, text] of Object.entries({ 'one run': ofOne, 'two runs': ofTwo })) {
        const bytes = Buffer.byteLength(text);
        assert.ok(bytes < 2_000_000, `${what}: ${bytes} bytes`);
      }
    });

    it('counts the causes and scenarios that it does not show in full, and names the file that has them', () => {
      const scenarios = catalogue.flatMap((clause) => clause.scenarios).length;
      const inBrief = [...ofOne.matchAll(/>(\d+) (?:more )?failing scenarios?, in full in results\.json</g)];
      const inFull = ofOne.match(/<details class="scenarios" data-print/g)?.length ?? 0;
      assert.ok(inFull > 100, `${inFull} scenarios in full`);
      assert.equal(inFull + sumOf(inBrief), scenarios);
      const [, more] = /(\d+) more causes, in full in results\.json/.exec(ofOne) ?? [];
      assert.equal((ofOne.match(/<div class="cause"/g)?.length ?? 0) + Number(more), scenarios);
      const lines =
        ofOne.match(/<li><a href="evidence\/[^"]*">[^<]+<\/a><span class="faint"> line \d+<\/span>: \w/g)?.length ?? 0;
      const unnamed = [...ofOne.matchAll(/(\d+) of them (?:is|are) named only there\./g)].slice(1);
      assert.equal(lines + sumOf(unnamed), sumOf(inBrief));
    });

    it('counts the differences that it does not show in full, and names the command that does', () => {
      const [, more] = /(\d+) more groups of clauses, in full in the output of compare --format json/.exec(ofTwo) ?? [];
      const clauses = catalogue.filter(({ excluded }) => excluded === null);
      assert.equal((ofTwo.match(/<div class="cause"/g)?.length ?? 0) + Number(more), clauses.length);
      assert.match(ofTwo, /Its exchanges are in the output of compare --format json\./);
    });
  });
});

function sumOf(matches: readonly RegExpExecArray[]): number {
  return matches.reduce((sum, [, count]) => sum + Number(count), 0);
}

function failingEverywhere(label: string, catalogue: readonly DocumentedClause[]): Side {
  return {
    label,
    results: sampleResults({
      clauses: catalogue
        .filter(({ excluded }) => excluded === null)
        .map(({ id, scenarios }) =>
          sampleClause(
            id,
            scenarios.map(({ name, line }) => ({
              name,
              line,
              verdict: 'nonconformant',
              reason: `${label} ${id} ${name} ${'y'.repeat(500)}`,
            })),
          ),
        ),
    }),
    evidence: catalogue.flatMap(({ id, scenarios }) =>
      scenarios.map(({ name, line }) => ({ ...evidence, clause: id, scenario: name, line })),
    ),
  };
}

const browser = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
);

describe('the page in a browser', { skip: browser === undefined ? 'no Chromium is installed' : false }, () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'page-'));
  });
  after(async () => {
    await rm(directory, { recursive: true });
  });

  it('opens from a file, shows the verdict and filters', async () => {
    const path = join(directory, 'index.html');
    await writeFile(path, page({ clauses, sides: [failing] }));
    const stdout = await domOf(path);
    assert.match(stdout, /<p class="headline" data-verdict="nonconformant">nonconformant, complete<\/p>/);
    assert.match(stdout, /role="status">2 of 2 clauses</);
  });

  const other = { ...evidence, exchanges: evidence.exchanges.map((one) => ({ ...one, answer: null })) };
  const pages = {
    specification: [],
    'page of a run': [failing],
    comparison: [failing, { ...conforming, evidence: [other] }],
  } as const;
  for (const [what, sides] of Object.entries(pages))
    for (const scheme of ['light', 'dark'] as const)
      it(`has no fault that axe finds in the ${what}, everything unfolded, ${scheme}`, async () => {
        const path = join(directory, 'checked.html');
        await writeFile(path, await withAxe(page({ clauses, sides }), scheme));
        const [, found] = /<title>axe: (.*?)<\/title>/s.exec(await domOf(path)) ?? [];
        assert.equal(found, '[]');
      });

  for (const [what, sides] of Object.entries(pages))
    it(`keeps the ${what} and its verdicts within a screen of 390 px, everything unfolded`, async () => {
      const path = join(directory, 'phone.html');
      await writeFile(path, onPhone(page({ clauses: (await loadCatalogue()).clauses, sides })));
      const [, widest] = /<title>px: (.*?)<\/title>/s.exec(await domOf(path)) ?? [];
      assert.ok(Number(widest) <= 390, `${widest} px`);
    });
});

/** The DOM of a page that is opened from a file, after its scripts have run. */
async function domOf(path: string): Promise<string> {
  const words = ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=20000', '--dump-dom'];
  const { stdout } = await promisify(execFile)(browser ?? '', [...words, pathToFileURL(path).href], {
    timeout: 60_000,
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout;
}

/** A frame, because a window of Chromium is 500 px wide at least. What scrolls for itself may be wider than the screen. */
function onPhone(text: string): string {
  const measure = `const frame = document.querySelector('iframe');
    frame.onload = () => {
      const { documentElement: root } = frame.contentDocument;
      for (const details of root.querySelectorAll('details')) details.open = true;
      const verdicts = [...root.querySelectorAll('[data-verdict]')].map((one) => one.getBoundingClientRect().right);
      document.title = 'px: ' + Math.max(root.scrollWidth, ...verdicts);
    };
    frame.srcdoc = ${JSON.stringify(text).replaceAll('<', '\\u003c')};`;
  return `<!doctype html><iframe style="width: 390px; border: 0"></iframe><script>${measure}</script>`;
}

/** The page with axe in it, which puts what it finds into the title. Only our own script may run in a real page. */
async function withAxe(text: string, scheme: 'light' | 'dark'): Promise<string> {
  const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  const run = `for (const details of document.querySelectorAll('details')) details.open = true;
    axe.run().then(({ violations }) => {
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html.slice(0, 80)));
      document.title = 'axe: ' + JSON.stringify(found);
    });`;
  return text
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace('@media (prefers-color-scheme: dark)', scheme === 'dark' ? '@media all' : '@media not all')
    .replace('</body>', () => `<script>${axe}</script><script>${run}</script></body>`);
}

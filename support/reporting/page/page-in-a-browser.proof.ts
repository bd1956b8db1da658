import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import { page } from './page.ts';
import { clauses, conforming, evidence, failing } from './testing/sample-sides.ts';

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

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { WarmCommandLine } from '../cli/testing/warm-command-line.ts';
import { startForwardProxy } from '../client/loopback/forward-proxy.ts';
import { startReferenceStore, type ReferenceStore } from '../reference-store/store.ts';

/** The suite's own client, its other clients, and ossutil. */
const clauses = ['PBE-25', 'CLI-01', 'CLI-40'];

const commandLine = new WarmCommandLine();
after(() => commandLine.close());

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'way-to-the-store-'));
});
after(() => rm(folder, { recursive: true, force: true }));

async function judged(
  { region, principals }: ReferenceStore,
  endpoint: string,
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly verdicts: string; readonly stderr: string }> {
  const target = join(folder, 'target.json');
  // YAML includes JSON.
  await writeFile(target, JSON.stringify({ endpoint, region, principals: { owner: principals.owner } }));
  const words = ['run', '--target', target, '--clauses', clauses.join(','), '--no-allure', '--reports', folder];
  const { stderr } = await commandLine.run(words, environment);
  // results.json is what the run writes; its shape is checked elsewhere.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const results = JSON.parse(await readFile(join(folder, 'results.json'), 'utf8')) as {
    clauses: readonly { id: string; verdict: string }[];
  };
  const own = results.clauses.filter(({ id }) => clauses.includes(id));
  return {
    verdicts: own
      .map(({ id, verdict }) => `${id} ${verdict}`)
      .toSorted()
      .join(', '),
    stderr,
  };
}

test('a store is judged over IPv6', async (t) => {
  const store = await startReferenceStore({ host: '::1' });
  t.after(() => store.close());
  const { verdicts, stderr } = await judged(store, store.endpoint, {});
  assert.equal(verdicts, 'CLI-01 conformant, CLI-40 observed, PBE-25 conformant');
  assert.doesNotMatch(stderr, /proxy/u);
});

test('a store is judged through a forward proxy, which is named', async (t) => {
  const store = await startReferenceStore();
  t.after(() => store.close());
  // TEST-NET-1 (RFC 5737): it can only be reached through the proxy.
  const proxy = await startForwardProxy(t, store.endpoint);
  const { verdicts, stderr } = await judged(store, 'http://192.0.2.1:9000', { HTTP_PROXY: proxy.origin });
  assert.equal(verdicts, 'CLI-01 conformant, CLI-40 observed, PBE-25 conformant');
  assert.ok(stderr.includes(`http://192.0.2.1:9000 through the proxy ${proxy.origin} (HTTP_PROXY)\n`), stderr);
  assert.ok(proxy.requests.every((request) => request.includes(' http://192.0.2.1:9000/')));
});

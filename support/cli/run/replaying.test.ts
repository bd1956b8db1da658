import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import { documentText, withDigest, writeDocument } from '../../recordings/format/document.ts';
import { scenarioWithDigest } from '../../recordings/format/recording-file.ts';
import { recordingsIn } from '../../recordings/format/recording-folder.ts';
import { readRecordedTarget } from '../../recordings/format/recorded-target.ts';
import type { Recording } from '../../recordings/format/recording.ts';
import type { CliEnd } from '../testing/cli-process.ts';
import { WarmCommandLine } from '../testing/warm-command-line.ts';

const place = mkdtempSync(join(tmpdir(), 'replaying-'));
const recordings = join(place, 'recordings');
const commandLine = new WarmCommandLine();
after(() => {
  commandLine.close();
  rmSync(place, { recursive: true });
});

const words = ['--recordings', recordings, '--reports', join(place, 'reports'), '--no-allure', '--clauses'];

function record(clauses: string): Promise<CliEnd> {
  return commandLine.run(['record', '--target', 'reference', ...words, clauses]);
}

function replay(clauses: string): Promise<CliEnd> {
  return commandLine.run(['run', '--target', 'recordings', ...words, clauses]);
}

/** Changes the recording of a clause. */
function damage(clause: string, change: (text: string) => string): void {
  const [path = '', text = ''] = [...recordingsIn(recordings)].find(([name]) => name.endsWith(`/${clause}.json`)) ?? [];
  assert.notEqual(change(text), text);
  writeFileSync(join(recordings, path), change(text));
}

/** Changes it with matching digests. */
function rewrite(clause: string, change: (text: string) => string): void {
  damage(clause, (text) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was just recorded
    const recording = JSON.parse(change(text)) as Recording;
    const scenarios = recording.scenarios.map((scenario) => scenarioWithDigest(recording, scenario));
    const rewritten: Recording = { ...recording, scenarios };
    return documentText(rewritten);
  });
}

/** Six scenarios. The gate of each sub-resource and the instruments are recorded like further ones. */
const clauses = 'DBE-02,GBE-11,GBE-12,GBE-13,GBE-14,PBE-26';
const { subResources } = await loadCatalogue();
const inAll = 6 + subResources.length + 1;
let recorded: CliEnd;

before(async () => {
  recorded = await record(clauses);
});

test('what is recorded is replayed with the same verdict, and recording it again writes nothing', async () => {
  assert.equal(recorded.code, 0, recorded.stderr);
  assert.ok(recorded.stdout.includes(`: ${inAll} scenarios written, 0 unchanged, 0 removed\n`), recorded.stdout);
  const [replayed, again] = [await replay(clauses), await record(clauses)];
  assert.equal(replayed.code, 0, replayed.stderr);
  assert.match(replayed.stdout, /^ {2}Replayed \d+ exchanges .*: this proves the harness, not a server\.$/mu);
  assert.ok(again.stdout.includes(`: 0 scenarios written, ${inAll} unchanged, 0 removed\n`), again.stdout);
});

test('edited and stale recordings are named with the one command that renews them, and nothing is judged from them', async () => {
  damage('DBE-02', (text) => text.replace('"status": 204', '"status": 205'));
  damage('GBE-11', (text) => text.replace(/"digest": ".{4}/u, '"digest": "0000'));
  damage('GBE-12', (text) => text.slice(0, -100));
  rewrite('GBE-13', (text) => text.replace('"suite": "', '"suite": "9'));
  rewrite('GBE-14', (text) => text.replace('"steps": "', '"steps": "9'));
  const { code, stdout } = await replay(clauses);
  assert.equal(code, 4);
  const said = stdout.split('\n').filter((line) => line.includes('recording '));
  assert.equal(said.length, 5, stdout);
  for (const [clause, problem] of [
    ['DBE-02', 'was edited'],
    ['GBE-11', 'was edited'],
    ['GBE-12', 'was cut short'],
    ['GBE-13', 'was made by suite 9'],
    ['GBE-14', 'is stale: the scenario has changed since it was recorded'],
  ])
    assert.ok(
      said.some((line) => line.includes(`/${clause}.json`) && line.includes(problem ?? '')),
      stdout,
    );
  assert.match(stdout, /record --no-allure --target reference .* --clauses DBE-02,GBE-11,GBE-12,GBE-13,GBE-14$/mu);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the run, and checked against its schema
  const results = JSON.parse(readFileSync(join(place, 'reports', 'results.json'), 'utf8')) as {
    clauses: readonly { id: string; verdict: string }[];
  };
  const judged = results.clauses.filter(({ verdict }) => verdict === 'conformant').map(({ id }) => id);
  assert.deepEqual(judged, ['PBE-26']);
});

test('recordings of another suite are refused in one line before anything is judged', async () => {
  const target = readRecordedTarget(recordings);
  const document = { schema: 'oss-conformance/recorded-target/1', suite: '0.0.1', target };
  writeDocument(recordings, 'target.json', withDigest(document));
  const { code, stdout, stderr } = await replay(clauses);
  assert.equal(code, 4);
  assert.equal(stdout, '');
  assert.match(
    stderr,
    /^recording target\.json: was made by suite 0\.0\.1, and this is suite \S+; [^\n]+record [^\n]+\n$/u,
  );
});

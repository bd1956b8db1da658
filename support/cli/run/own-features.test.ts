import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import { ownFolder } from '../../harness/catalogue/feature-folder.ts';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { WarmCommandLine } from '../testing/warm-command-line.ts';

const clauses = `
prefix: ACME
operation: Uploads at Acme
epic: Acme
actions: [oss:PutObject, oss:GetObject]
clauses:
  - { id: ACME-01, title: Bytes come back, says: What is uploaded is read., level: must, trust: seed, source: Handbook }
  - { id: ACME-02, title: Rules answer 204, says: The answer is 204., level: must, trust: seed, source: Handbook }
`;
const feature = `
Feature: Uploads at Acme
  @ACME-01
  Rule: Bytes come back
    Scenario: An object of 77 bytes
      Given a bucket
      And an object of 77 bytes
      When the owner uploads the object
      Then the store answers 200
      And the object reads back byte for byte
  @ACME-02
  Rule: Rules answer 204
    Scenario: A rule with AES256
      Given a bucket
      When the owner sets the encryption rule to
        | SSEAlgorithm | AES256 |
      Then the store answers 204
`;

const commandLine = new WarmCommandLine();
after(() => commandLine.close());

let place: string;

before(async () => {
  // What a temporary folder links to is the current directory of a process in it.
  place = await realpath(await mkdtemp(join(tmpdir(), 'own-features-')));
  await family('checks/acme', clauses, feature);
});
after(() => rm(place, { recursive: true, force: true }));

/** Puts a folder of features with one family there. */
async function family(folder: string, yaml: string, gherkin: string): Promise<void> {
  await mkdir(join(place, folder, 'uploads'), { recursive: true });
  await writeFile(join(place, folder, 'uploads', 'uploads.yaml'), yaml);
  await writeFile(join(place, folder, 'uploads', 'uploads.feature'), gherkin);
}

function cli(...words: readonly string[]): ReturnType<WarmCommandLine['run']> {
  return commandLine.run(words, {}, place);
}

test('features of the user are judged alone, in one process and in several, and a repro names them', async () => {
  for (const parallel of ['0', '2']) {
    const words = ['--features', 'checks/acme', '--parallel', parallel, '--no-allure'];
    const { code, stdout } = await cli('run', ...words);
    assert.equal(code, 1);
    const results: unknown = JSON.parse(await readFile(join(place, 'reports', 'results.json'), 'utf8'));
    assert.partialDeepStrictEqual(results, {
      suite: { features: 'checks/acme', clauses: 2, scenarios: 2 },
      complete: true,
      clauses: [
        { id: 'ACME-01', verdict: 'conformant', feature: 'checks/acme/uploads/uploads.feature' },
        { id: 'ACME-02', verdict: 'nonconformant', reason: 'expected 204, got 200' },
      ],
    });
    assert.match(stdout, /^nonconformant \(checks\/acme\), complete: 2 clauses, 2 scenarios /mu);
    assert.match(stdout, /repro .* checks\/acme\/uploads\/uploads\.feature:13 --features checks\/acme /u);
  }
});

test('one scenario of them runs alone, and a folder elsewhere is named by its own name', async () => {
  await family('elsewhere/checks', clauses, feature);
  const words = ['checks/uploads/uploads.feature:5', '--features', '../elsewhere/checks', '--no-allure'];
  await mkdir(join(place, 'here'));
  const { code, stdout } = await commandLine.run(['run', ...words], {}, join(place, 'here'));
  assert.equal(code, 0);
  assert.match(stdout, /^conformant \(checks\), not complete .*: 1 clause, 1 scenario /mu);
});

test('the example of the documentation is conformant', async () => {
  const page = await readFile(new URL('../../../docs/own-features.md', import.meta.url), 'utf8');
  const [, yaml = ''] = /```yaml\n(.*?)```/s.exec(page) ?? [];
  const [, gherkin = ''] = /```gherkin\n(.*?)```/s.exec(page) ?? [];
  await family('acme-features', yaml, gherkin);
  const { code, stdout } = await cli('run', '--features', 'acme-features', '--no-allure');
  assert.equal(code, 0, stdout);
  assert.match(stdout, /^conformant \(acme-features\), complete: 2 clauses, 2 scenarios /mu);
});

test('they are listed, and are a page', async () => {
  const table = await cli('clauses', '--features', 'checks/acme');
  const page = await cli('clauses', '--features', 'checks/acme', '--format', 'html');
  assert.match(table.stdout, /^ACME-01 .* Bytes come back$/mu);
  assert.doesNotMatch(table.stdout, /PBE-/u);
  assert.match(page.stdout, /<article class="clause" id="ACME-02"/u);
});

test('a step that the suite does not have is reported in one line before anything is sent', async () => {
  await family('undefined', clauses, feature.replace('a bucket', 'a box'));
  const { code, stdout, stderr } = await cli('run', '--features', 'undefined', '--plan');
  assert.deepEqual([code, stdout, stderr.split('\n').length], [2, '', 2], stderr);
  assert.match(stderr, /^undefined\/uploads\/uploads\.feature: "a box" is no step of the suite; docs\/steps\.md /u);
});

test('a folder of features that does not fit is a mistake of its user, in one line', async () => {
  await family('unruled', clauses, 'Feature: nothing\n  Scenario: nothing\n    Given a bucket\n');
  await family('taken', clauses.replaceAll('ACME', 'PBE'), feature.replaceAll('ACME', 'PBE'));
  await family('broken', 'prefix: [', feature);
  await family('empty', 'prefix: ACME\noperation: x\nepic: x\nactions: []\nclauses: []\n', 'Feature: nothing\n');
  const told: Readonly<Record<string, RegExp>> = {
    unruled: /^the clause files and the features do not fit: .* unruled\/uploads\/uploads\.feature:2 checks no clause/u,
    taken: /^--features taken: PBE-01 is a clause of the suite; choose another prefix$/u,
    broken: /^broken\/uploads\/uploads\.yaml:1: .*$/u,
    empty: /^--features empty: there is no scenario in it$/u,
    nowhere: /^--features \S*nowhere: there is no such folder$/u,
  };
  for (const [folder, line] of Object.entries(told)) {
    await assert.rejects(
      async () => loadCatalogue(ownFolder(join(place, folder))),
      (error) => error instanceof ConfigurationError && line.test(error.message) && !error.message.includes('\n'),
      folder,
    );
  }
});

test('there are no recordings of them', async () => {
  const { code, stderr } = await cli('run', '--features', 'checks/acme', '--target', 'recordings');
  assert.equal(code, 2);
  assert.match(stderr, /^--features: there are no recordings of these features; choose another target$/mu);
});

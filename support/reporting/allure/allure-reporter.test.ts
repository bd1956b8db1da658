import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { TestResult } from 'allure-js-commons';
import { allureFormat } from './allure-reporter.ts';
import { allureFormatOptions, prepareAllureResults } from './allure-results.ts';
import { feature, steps } from './testing/hostile-suite.ts';

const cucumber = createRequire(import.meta.url).resolve('@cucumber/cucumber/package.json');

interface Outcome {
  readonly status: string | undefined;
  readonly message: string | undefined;
}

const outcomes: Readonly<Record<string, Outcome>> = {
  conforms: { status: 'passed', message: undefined },
  contradicts: withReason('failed', 'nonconformant'),
  'has a long reason': { status: 'failed', message: undefined },
  'is disturbed': withReason('broken', 'inconclusive'),
  'is our fault': withReason('broken', 'harness-error'),
  'lacks a capability': withReason('skipped', 'unsupported'),
  'was not given what it needs': withReason('skipped', 'untested'),
  'is only observed': withReason('skipped', 'observed'),
  'observes a step that fails': withReason('skipped', 'observed'),
  'is our fault and undefined': broken(
    'expected 400, got <script>alert(1)</script>\\u{1b}[2J; undefined step: this step has no definition',
  ),
  'ends in an undefined step': broken('undefined step: this step has no definition'),
  'ends in an ambiguous step': broken('ambiguous step: two definitions match'),
  'ends in a pending step': broken('pending step: a step that is pending'),
  'fails and is judged conformant': broken(
    'judged conformant, although a step failed: Error: got <script>alert(1)</script>\\u{1b}[2J',
  ),
  'ends without a verdict': broken('the scenario ended without a verdict'),
  'ends with an unreadable verdict': broken('the verdict that the harness attached cannot be read'),
  'has a hook that throws': broken('a hook failed: Error: the ledger is locked'),
  'attaches in a step': { status: 'passed', message: undefined },
  'ROT13 is refused': { status: 'passed', message: undefined },
  '<b>XOR is refused': { status: 'passed', message: undefined },
};

function withReason(status: string, verdict: string): Outcome {
  return { status, message: `${verdict}: PBE-25: expected 400, got <script>alert(1)</script>\\u{1b}[2J` };
}

function broken(reason: string): Outcome {
  return { status: 'broken', message: `harness-error: PBE-25: ${reason}` };
}

/** Runs the feature from a fresh directory and reads its `allure-results`. */
async function report(directory: string, parallel: number) {
  await mkdir(directory, { recursive: true });
  const modules = dirname(dirname(dirname(cucumber)));
  await symlink(modules, join(directory, 'node_modules'), 'junction');
  await writeFile(join(directory, 'package.json'), '{"name":"elsewhere","type":"module"}');
  await writeFile(join(directory, 'put.feature'), feature);
  await writeFile(join(directory, 'steps.ts'), steps);
  const formatOptions = allureFormatOptions('reports');
  const configuration = {
    paths: ['put.feature'],
    import: ['steps.ts'],
    format: [allureFormat],
    formatOptions,
    parallel,
  };
  await writeFile(join(directory, 'cucumber.js'), `export default ${JSON.stringify(configuration)}`);
  await prepareAllureResults(join(directory, 'reports'));
  const program = join(dirname(cucumber), 'bin', 'cucumber.js');
  // Undefined steps and failures make cucumber exit with 1; what counts here is what was reported.
  const { stderr } = await promisify(execFile)(process.execPath, [program], { cwd: directory, timeout: 60_000 }).catch(
    (error: unknown) => ({
      stderr: error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error),
    }),
  );
  const results = join(directory, 'reports', 'allure-results');
  const names = await readdir(results);
  const read = (name: string) => readFile(join(results, name), 'utf8');
  const tests = await Promise.all(
    names
      .filter((name) => name.endsWith('-result.json'))
      // The reporter under test wrote it in this shape; the assertions look at each field they use.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      .map(async (name) => JSON.parse(await read(name)) as TestResult),
  );
  return { stderr, names, read, tests };
}

describe('the input of Allure', () => {
  let directory: string;
  let serial: Awaited<ReturnType<typeof report>>;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'allure-reporter-'));
    serial = await report(join(directory, 'serial'), 0);
  });
  after(async () => {
    await rm(directory, { recursive: true });
  });

  const test = (name: string) => {
    const found = serial.tests.find((result) => result.name === `PBE-25 ${name}`);
    assert.ok(found, `${name} was not reported; cucumber said: ${serial.stderr}`);
    return found;
  };
  for (const [name, { status, message }] of Object.entries(outcomes)) {
    it(`a scenario that ${name} is ${status}`, () => {
      const result = test(name);
      assert.equal(result.status, status);
      if (name !== 'has a long reason') assert.equal(result.statusDetails.message, message);
    });
  }

  it('each scenario once', () => {
    assert.equal(serial.tests.length, Object.keys(outcomes).length);
  });

  it('which step failed, in the colour of the verdict', () => {
    assert.deepEqual(
      test('is disturbed').steps.map(({ status }) => status),
      ['passed', 'broken'],
    );
    assert.deepEqual(
      test('ends in an undefined step').steps.map(({ status }) => status),
      ['passed', 'broken'],
    );
    assert.deepEqual(
      test('observes a step that fails').steps.map(({ status }) => status),
      ['passed', 'skipped'],
    );
  });

  it('where a scenario belongs, how grave it is and where to read on', () => {
    const result = test('contradicts');
    const story = 'PBE-25 An algorithm the store does not offer is refused';
    assert.deepEqual(label(result, 'epic'), ['Bucket encryption']);
    assert.deepEqual(label(result, 'feature'), ['PutBucketEncryption']);
    assert.deepEqual(label(result, 'story'), [story]);
    assert.deepEqual(label(result, 'severity'), ['critical']);
    assert.deepEqual(label(result, 'subSuite'), [story]);
    assert.deepEqual(label(result, 'host'), []);
    assert.deepEqual(label(result, 'package'), ['bucket-encryption.put']);
    assert.deepEqual(result.links, [
      { name: 'PutBucketEncryption', url: 'https://example.org/pbe', type: 'link' },
      { name: 'PBE-25 on the page of this run, with its feature', url: '../index.html#PBE-25', type: 'link' },
    ]);
  });

  it('what the clause says, and what was observed, as text that nothing renders', () => {
    const result = test('is only observed');
    assert.equal(result.description, undefined);
    assert.equal(
      result.descriptionHtml,
      '<p>Any value but KMS and AES256 is refused.</p>\n' +
        '<p>PBE-25, must. Source: PutBucketEncryption</p>\n' +
        '<p>Observed: expected 400, got &lt;script>alert(1)&lt;/script>\\u{1b}[2J</p>',
    );
  });

  it('attachments as text files, whatever they claim to be, and never the verdict itself', async () => {
    const { attachments } = test('conforms');
    assert.deepEqual(
      attachments.map(({ name, type }) => [name, type]),
      [
        ['page.html', 'text/plain'],
        ['picture.svg', 'text/plain'],
        ['The exchange', 'text/plain'],
      ],
    );
    for (const { name, source } of attachments) {
      assert.match(source, /\.txt$/);
      const text = await serial.read(source);
      assert.ok(text.includes('<script>alert(1)</script>\\u{1b}[2J'), name);
    }
    const written = serial.names.filter((name) => name.includes('-attachment'));
    assert.ok(written.every((name) => name.endsWith('.txt')));
  });

  it('the tables and the exchanges of each step, and no file for them', () => {
    const { steps } = test('contradicts');
    assert.deepEqual(
      steps.map(({ name, parameters, attachments }) => [name, parameters, attachments]),
      [
        [
          'Given a step with a table',
          [
            { name: 'SSEAlgorithm', value: 'KMS | sample' },
            { name: 'KMSMasterKeyID', value: ' | ' },
            { name: 'exchange 1', value: 'decisive: PUT /bucket/page.html → 400' },
          ],
          [],
        ],
        ['Then the verdict is nonconformant', [], []],
        ['And a step that fails', [], []],
      ],
    );
  });

  it('the row of an outline', () => {
    assert.deepEqual(test('ROT13 is refused').parameters, [{ name: 'algorithm', value: 'ROT13' }]);
    assert.deepEqual(test('conforms').parameters, []);
  });

  it('what a step attaches under that step', async () => {
    const [step] = test('attaches in a step').steps;
    const [attachment, ...others] = step?.attachments ?? [];
    assert.deepEqual(others, []);
    assert.equal(attachment?.name, 'ossutil');
    assert.equal(await serial.read(attachment.source), '$ ossutil');
  });

  it('no stack trace and no path of this machine for what the store did', () => {
    for (const name of ['contradicts', 'is disturbed', 'observes a step that fails']) {
      const result = test(name);
      assert.equal(result.steps.at(-1)?.statusDetails.message, 'Error: got <script>alert(1)</script>\\u{1b}[2J', name);
      assert.doesNotMatch(JSON.stringify(result), /steps\.ts|node_modules/);
    }
  });

  it('a long reason cut, with its length and digest, and whole as an attachment', async () => {
    const result = test('has a long reason');
    const reason = `expected 400, got ${'x'.repeat(19_000)}`;
    assert.match(
      result.statusDetails.message ?? '',
      /^nonconformant: PBE-25: expected 400, got x{982}… \[19018 characters in all, SHA-256 [0-9a-f]{64}\]$/,
    );
    const whole = result.attachments.find(({ name }) => name === 'The whole reason');
    assert.equal(await serial.read(whole?.source ?? ''), reason);
  });

  it('a category for each verdict, which takes in exactly the scenarios of that verdict', async () => {
    const categories: unknown = JSON.parse(await serial.read('categories.json'));
    assert.ok(Array.isArray(categories));
    const members = categories.map(({ name, messageRegex, matchedStatuses }) => [
      name,
      serial.tests.filter(
        ({ status, statusDetails: { message = '' } }) =>
          matchedStatuses.includes(status) && new RegExp(`^${messageRegex.replace('(?s)', '')}$`, 's').test(message),
      ).length,
    ]);
    assert.deepEqual(members, [
      ['Nonconformant', 2],
      ['Harness error', 9],
      ['Inconclusive', 1],
      ['Blocked', 0],
      ['Untested', 1],
      ['Unsupported', 1],
      ['Observed', 2],
    ]);
  });

  it('the same from two workers and from another directory, histories included', async () => {
    const parallel = await report(join(directory, 'elsewhere', 'parallel'), 2);
    assert.deepEqual(comparable(parallel.tests), comparable(serial.tests));
    assert.equal(new Set(serial.tests.map(({ historyId }) => historyId)).size, serial.tests.length);
  });
});

function label(result: TestResult, name: string): string[] {
  return result.labels.filter((candidate) => candidate.name === name).map(({ value }) => value);
}

/** The parts that must not depend on where, when and by how many workers the scenarios were run. */
function comparable(tests: readonly TestResult[]) {
  return tests
    .map(({ name = '', status, statusDetails: { message }, historyId, testCaseId, fullName, titlePath }) => ({
      name,
      status,
      message,
      historyId,
      testCaseId,
      fullName,
      titlePath,
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

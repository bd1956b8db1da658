import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import type { ScenarioEvidence } from '../../harness/evidence/evidence.ts';
import { readSides } from './compare-files.ts';
import { comparisonMarkdown } from './comparison-markdown.ts';
import { compare, regressionsIn } from './comparison.ts';
import type { Side } from './comparison.ts';
import { writeResults } from '../results/results-file.ts';
import type { Results } from '../results/results.ts';
import { sampleClause, sampleResults } from '../results/sample-results.ts';

const hostile = '<img src=x onerror=alert(1)>|`*\u001B[2J\n# forged';

const refusing = sampleResults({
  target: { name: 'refusing' },
  clauses: [
    sampleClause('PBE-01', [{ verdict: 'conformant' }]),
    sampleClause('PBE-25', [
      { name: 'ROT13 is refused', line: 14, verdict: 'conformant' },
      { name: 'AES256 is accepted', line: 20, verdict: 'conformant' },
    ]),
    sampleClause('GBE-04', [{ name: 'an answer', verdict: 'observed', reason: 'answers 204' }], { level: 'observe' }),
    sampleClause('KMS-01', [{ verdict: 'unsupported', reason: 'needs kms' }]),
  ],
});
const accepting = sampleResults({
  target: { name: 'accepting' },
  clauses: [
    sampleClause('PBE-01', [{ verdict: 'conformant' }]),
    sampleClause('PBE-25', [
      { name: 'ROT13 is refused', line: 15, verdict: 'nonconformant', reason: `expected 400, got ${hostile}` },
      { name: 'AES256 is accepted', line: 21, verdict: 'conformant' },
    ]),
    sampleClause('GBE-04', [{ name: 'an answer', verdict: 'observed', reason: 'answers 200' }], { level: 'observe' }),
  ],
});

function evidence(line: number, status: number): ScenarioEvidence {
  return {
    clause: 'PBE-25',
    scenario: 'ROT13 is refused',
    feature: 'features/put-bucket-encryption.feature',
    line,
    exchanges: [
      {
        request: { startLine: 'PUT /b/?encryption HTTP/1.1', headers: [['Host', 'h']], body: '<Rule/>' },
        answer: { startLine: `HTTP/1.1 ${status}`, headers: [['Server', hostile]], body: '```\n</pre>' },
        fault: null,
        canonical: null,
        stringToSign: null,
        startedAt: '2026-11-23T08:00:00.000Z',
        durationMs: 3,
      },
    ],
  };
}

const sides: readonly Side[] = [
  { label: 'refusing', results: refusing, evidence: [evidence(15, 501), evidence(14, 400)] },
  { label: 'accepting', results: accepting, evidence: [evidence(15, 200)] },
];

describe('a comparison', () => {
  const comparison = compare(sides);

  it('names the clauses whose verdict or reason differs, and those that only one side judged', () => {
    assert.deepEqual(
      comparison.differing.map(({ id, sides: judged }) => [id, ...judged.map((side) => side?.verdict ?? null)]),
      [
        ['PBE-25', 'conformant', 'nonconformant'],
        ['GBE-04', 'observed', 'observed'],
        ['KMS-01', 'unsupported', null],
      ],
    );
  });

  it('shows of a clause the scenarios that differ, with the exchanges that each side rests on', () => {
    const [clause, , unsupported] = comparison.differing;
    assert.deepEqual(
      clause?.scenarios.map(({ name, sides: judged }) => [
        name,
        ...judged.map((side) => side?.exchanges.map(({ answer }) => answer?.startLine)),
      ]),
      [['ROT13 is refused', ['HTTP/1.1 400'], ['HTTP/1.1 200']]],
    );
    assert.deepEqual(unsupported?.scenarios, []);
  });

  it('counts what agrees', () => {
    assert.deepEqual(comparison.agreeing, { conformant: 1 });
  });

  it('of a document with itself finds nothing', () => {
    const same = compare([sides[0], sides[0]].flatMap((side) => (side === undefined ? [] : [side])));
    assert.deepEqual(same.differing, []);
    assert.deepEqual(same.agreeing, { conformant: 2, observed: 1, unsupported: 1 });
    assert.match(comparisonMarkdown(same), /## Nothing differs/);
  });

  it('reads as Markdown, the differences first', () => {
    const text = comparisonMarkdown(comparison);
    assert.ok(
      text.startsWith(`# Comparison

| target | suite | started | verdict | complete |
| --- | --- | --- | --- | --- |
| refusing | 0.1.0 | 2026-11-23T08:00:00.000Z | conformant | yes |
| accepting | 0.1.0 | 2026-11-23T08:00:00.000Z | nonconformant | yes |

## Differing clauses: 3

| clause | title | level | refusing | accepting |
| --- | --- | --- | --- | --- |
| PBE-25 | Title of PBE-25 | must | conformant | nonconformant |
| GBE-04 | Title of GBE-04 | observe | observed | observed |
| KMS-01 | Title of KMS-01 | must | unsupported | not judged |

### PBE-25 Title of PBE-25 (must)

Source: PutBucketEncryption, 细节分析 (detailed analysis)

| target | verdict | reason |
| --- | --- | --- |
| refusing | conformant |  |
| accepting | nonconformant | expected 400, got \\<img src=x onerror=alert(1)\\>\\|\\\`\\*\\\\u{1b}\\[2J\\\\n# forged |

#### ROT13 is refused

refusing: conformant (line 14)

\`\`\`\`text
> PUT /b/?encryption HTTP/1.1
`),
      text,
    );
    assert.ok(text.endsWith('## Agreement\n\n| verdict | clauses |\n| --- | --- |\n| conformant | 1 |\n'), text);
  });

  it('names the clauses that are worse than in the first document, or no longer judged', () => {
    assert.deepEqual(regressionsIn(comparison), ['PBE-25', 'KMS-01']);
    assert.deepEqual(regressionsIn(compare(sides.toReversed())), []);
  });

  it('stays below what GitHub takes as a step summary, and says what it leaves out', () => {
    const reason = `expected 400, got ${'x'.repeat(100_000)}`;
    const clauses = Array.from({ length: 30 }, (_, index) =>
      sampleClause(`A-${index + 1}`, [{ verdict: 'nonconformant', reason }]),
    );
    const text = comparisonMarkdown(
      compare([
        { label: 'one', results: sampleResults({ clauses }), evidence: null },
        { label: 'two', results: sampleResults(), evidence: null },
      ]),
    );
    assert.ok(Buffer.byteLength(text) < 1024 * 1024);
    assert.match(text, /\n\d+ more differing clauses: see `--format html`\.\n/);
  });
});

describe('comparing files', () => {
  let directory: string;
  let paths: string[];
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'compare-'));
    paths = [
      await written('refusing', refusing, evidence(14, 400)),
      await written('accepting', accepting, evidence(15, 200)),
    ];
  });
  after(async () => {
    await rm(directory, { recursive: true });
  });

  async function written(name: string, results: Results, ...ofRun: ScenarioEvidence[]): Promise<string> {
    const path = await writeResults(join(directory, name), results);
    await mkdir(join(directory, name, 'evidence'), { recursive: true });
    for (const one of ofRun) {
      await writeFile(join(directory, name, 'evidence', `${one.clause}-${one.line}.json`), JSON.stringify(one));
    }
    return path;
  }

  it('takes the exchanges from the evidence folder next to each', async () => {
    const comparison = compare(await readSides(paths));
    assert.deepEqual(
      comparison,
      compare([
        { label: 'refusing', results: refusing, evidence: [evidence(14, 400)] },
        { label: 'accepting', results: accepting, evidence: [evidence(15, 200)] },
      ]),
    );
  });

  it('distinguishes two versions of one target by their files', async () => {
    const older = await written('older', refusing);
    const [newer = ''] = paths;
    const { targets } = compare(await readSides([older, newer]));
    assert.deepEqual(
      targets.map(({ label, hasEvidence }) => [label, hasEvidence]),
      [
        [`refusing (${older})`, false],
        [`refusing (${newer})`, true],
      ],
    );
  });

  it('shows no exchanges of documents that share one evidence folder', async () => {
    const [newer = '', other = ''] = paths;
    const { targets } = compare(await readSides([newer, newer, other]));
    assert.deepEqual(
      targets.map(({ hasEvidence }) => hasEvidence),
      [false, false, true],
    );
  });

  it('refuses in one line what it cannot use', async () => {
    const [first = ''] = paths;
    const broken = await written('broken', accepting);
    const folder = join(directory, 'broken', 'evidence');
    const refusals: readonly (readonly [content: string, message: RegExp])[] = [
      ['{', /broken\.json: not readable as evidence/],
      ['{}', /broken\.json: not the evidence of a scenario \(the document must have required property 'clause'\)$/],
      [
        JSON.stringify({ ...evidence(1, 200), exchanges: [{ ...evidence(1, 200).exchanges[0], fault: 7 }] }),
        /broken\.json: not the evidence of a scenario \(exchanges\.0\.fault must be string,null\)$/,
      ],
    ];
    for (const [content, message] of refusals) {
      await writeFile(join(folder, 'broken.json'), content);
      await assert.rejects(
        readSides([first, broken]),
        (error) => error instanceof ConfigurationError && message.test(error.message),
      );
    }
    await assert.rejects(readSides([first]), /compare needs two or more results files/);
    await assert.rejects(readSides([first, join(directory, 'absent.json')]), /absent\.json: not found/);
  });
});

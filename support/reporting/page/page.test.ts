import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import { printableText } from '../../harness/evidence/printable.ts';
import type { Side } from '../comparison/comparison.ts';
import { sampleClause, sampleResults } from '../results/sample-results.ts';
import type { DocumentedClause } from './page-content.ts';
import { page } from './page.ts';
import { clauses, conforming, evidence, failing } from './testing/sample-sides.ts';

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

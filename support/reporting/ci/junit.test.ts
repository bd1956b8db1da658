import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SaxesParser } from 'saxes';
import { byGravity } from '../../harness/verdict/verdict.ts';
import { sampleClause, sampleResults } from '../results/sample-results.ts';
import { junitXml } from './junit.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Every element, as a strict parser reads it. */
function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return elements;
}

describe('the results as JUnit XML', () => {
  it('have a suite for each clause and a case for each scenario', () => {
    const results = sampleResults({
      clauses: [
        sampleClause('PBE-25', [
          { name: 'ROT13 is refused', line: 14, verdict: 'nonconformant', reason: 'expected 400, got 200' },
          { name: 'AES256 is accepted', line: 20, verdict: 'conformant' },
        ]),
      ],
    });
    const [suites, suite, failing, failure] = elementsOf(junitXml(results));
    assert.deepEqual(
      { ...suites?.attributes },
      {
        name: 'acme-store 2.3',
        tests: '2',
        failures: '1',
        errors: '0',
        time: '1.500',
      },
    );
    assert.deepEqual(
      { ...suite?.attributes },
      {
        name: 'PBE-25 Title of PBE-25',
        tests: '2',
        failures: '1',
        errors: '0',
        skipped: '0',
        time: '0.040',
        timestamp: '2026-11-23T08:00:00',
        file: 'features/put-bucket-encryption.feature',
      },
    );
    assert.deepEqual(
      { ...failing?.attributes },
      {
        name: 'PBE-25 ROT13 is refused',
        classname: 'put-bucket-encryption',
        time: '0.020',
      },
    );
    assert.deepEqual({ ...failure?.attributes }, { type: 'nonconformant', message: 'expected 400, got 200' });
    assert.equal(
      failure?.text,
      'expected 400, got 200\nrequest id: 5C3D9175B6FC201293AD0000\nevidence: evidence/PBE-25-put-bucket-encryption-14.json\n' +
        'repro: npm start -- features/put-bucket-encryption.feature:14',
    );
  });

  it('are failures for mistakes of the store, errors for missing verdicts, and skipped with a reason otherwise', () => {
    const clauses = byGravity.map((verdict, index) => sampleClause(`A-0${index}`, [{ verdict, reason: 'why' }]));
    const elements = elementsOf(junitXml(sampleResults({ clauses })));
    assert.deepEqual(
      elements
        .filter(({ name }) => ['failure', 'error', 'skipped'].includes(name))
        .map(({ name, attributes }) => [name, attributes['type'] ?? attributes['message']]),
      [
        ['error', 'harness-error'],
        ['failure', 'nonconformant'],
        ['error', 'inconclusive'],
        ['skipped', 'blocked: why'],
        ['skipped', 'untested: why'],
        ['skipped', 'unsupported: why'],
      ],
    );
  });

  it('skip a known deviation, and name it', () => {
    const reason = 'expected x, got y';
    const results = sampleResults({
      clauses: [sampleClause('A-01', [{ verdict: 'nonconformant', reason }])],
      expected: [{ clause: 'A-01', observed: reason, issue: 'https://example.org/1', until: '2027-06-30' }],
    });
    const skipped = elementsOf(junitXml(results)).find(({ name }) => name === 'skipped');
    assert.equal(skipped?.attributes['message'], 'known deviation: expected x, got y');
  });

  it('hold whatever a store answered as text, and not all of it', () => {
    const hostile = `"'<failure/>]]>&\u001B[2J\u0000${'x'.repeat(100_000)}`;
    const clauses = [sampleClause('A-01', [{ name: hostile, verdict: 'nonconformant', reason: hostile }])];
    const elements = elementsOf(junitXml(sampleResults({ clauses, target: { name: hostile } })));
    const failures = elements.filter(({ name }) => name === 'failure');
    assert.equal(failures.length, 1);
    assert.match(
      failures[0]?.attributes['message'] ?? '',
      /^"'<failure\/>\]\]>&\\u\{1b\}\[2J\\u\{0\}x+… \[\d+ characters in all/,
    );
  });
});

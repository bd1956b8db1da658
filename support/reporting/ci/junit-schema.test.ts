import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import { byGravity } from '../../harness/verdict/verdict.ts';
import { sampleClause, sampleResults } from '../results/sample-results.ts';
import { junitXml } from './junit.ts';

/** What an element may have. */
interface ElementRule {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** In this order. */
  readonly children: readonly string[];
  readonly text?: true;
}

/**
 * The rules that Jenkins and GitLab share, restated: the schema junit-10.xsd of Jenkins' xUnit plugin for suites, and
 * Maven Surefire's surefire-test-report.xsd, which is stricter, for cases. The plugin rejects a whole report for one
 * unknown attribute. GitLab has no schema: its parser (lib/gitlab/ci/parsers/test/junit.rb) needs a suite around every
 * case, and takes the text of a failure for what it shows.
 */
const rules: Readonly<Record<string, ElementRule>> = {
  testsuites: { required: [], optional: ['name', 'time', 'tests', 'failures', 'errors'], children: ['testsuite'] },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors'],
    optional: ['time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url', 'version', 'group'],
    children: ['testcase'],
  },
  testcase: {
    required: ['name', 'time'],
    optional: ['classname', 'group'],
    children: ['failure', 'skipped', 'error', 'system-out'],
  },
  failure: { required: ['type'], optional: ['message'], children: [], text: true },
  error: { required: ['type'], optional: ['message'], children: [], text: true },
  skipped: { required: [], optional: ['message'], children: [], text: true },
  'system-out': { required: [], optional: [], children: [], text: true },
};

/** Seconds with at most three decimals. */
const time = /^\d*(\.\d{0,3})?$/;

/** Every breach of the rules, as a line. */
function breachesIn(xml: string): readonly string[] {
  const breaches: string[] = [];
  const open: { readonly name: string; place: number }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => breaches.push(error.message));
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1);
    const place = parent === undefined ? 0 : (rules[parent.name]?.children.indexOf(name) ?? -1);
    if (parent === undefined ? name !== 'testsuites' : place < parent.place)
      breaches.push(`${name} in ${parent?.name}`);
    if (parent !== undefined) parent.place = place;
    open.push({ name, place: 0 });
    const { required = [], optional = [] } = rules[name] ?? {};
    for (const attribute of required) if (!(attribute in attributes)) breaches.push(`${name} without ${attribute}`);
    for (const [attribute, value] of Object.entries(attributes)) {
      if (![...required, ...optional].includes(attribute)) breaches.push(`${name} with ${attribute}`);
      if (attribute === 'time' && !time.test(value)) breaches.push(`time ${value}`);
    }
  });
  parser.on('text', (text) => {
    const name = open.at(-1)?.name ?? '';
    if (text.trim() !== '' && rules[name]?.text !== true) breaches.push(`text in ${name}`);
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return breaches;
}

const hostile = `"'<failure/>]]>&\u001B[2J\u0000`;
const clauses = byGravity.map((verdict, index) =>
  sampleClause(`A-0${index}`, [
    { name: hostile, verdict, reason: hostile },
    { name: 'another', verdict: 'conformant' },
  ]),
);

test('a report with every verdict keeps to the schemas of Jenkins', () => {
  assert.deepEqual(breachesIn(junitXml(sampleResults({ clauses }))), []);
  assert.deepEqual(breachesIn(junitXml(sampleResults({ clauses: [] }))), []);
});

test('no two cases are one to GitLab, which shows the first of them only', () => {
  const cases = [...junitXml(sampleResults({ clauses })).matchAll(/<testcase name="(.*?)" classname="(.*?)"/g)];
  assert.equal(cases.length, 2 * clauses.length);
  assert.equal(new Set(cases.map(([, name, classname]) => `${classname} ${name}`)).size, cases.length);
});

test('the rules tell a report that Jenkins rejects', () => {
  const suite = (inside: string, more = ''): string =>
    `<testsuites><testsuite name="a" tests="1" failures="0" errors="0"${more}>${inside}</testsuite></testsuites>`;
  const rejected: Readonly<Record<string, string>> = {
    '<testsuite name="a" tests="0" failures="0" errors="0"/>': 'testsuite in undefined',
    [suite('', ' verdict="x"')]: 'testsuite with verdict',
    [suite('text')]: 'text in testsuite',
    [suite('<testcase name="a"/>')]: 'testcase without time',
    [suite('<testcase name="a" time="1,5s"/>')]: 'time 1,5s',
    [suite('<testcase name="a" time="1" file="x"/>')]: 'testcase with file',
    [suite('<testcase name="a" time="1"><failure/></testcase>')]: 'failure without type',
    [suite('<testcase name="a" time="1"><system-out/><skipped/></testcase>')]: 'skipped in testcase',
    [suite('<testcase name="a" time="1"><blocked/></testcase>')]: 'blocked in testcase',
  };
  for (const [xml, breach] of Object.entries(rejected)) assert.deepEqual(breachesIn(xml), [breach]);
});

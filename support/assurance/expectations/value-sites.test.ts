import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type Group, type StepMatchArgument, type TestCase } from '@cucumber/messages';
import type { SuiteMessages } from './suite-messages.ts';
import { ReplacementSource } from './replacements.ts';
import { stepArguments } from './step-arguments.ts';
import type { ValueSite } from './value-site.ts';
import { valueSites } from './value-sites.ts';

const feature = `
Feature: A feature

  @PBE-25
  Rule: A rule

    Scenario Outline: <algorithm> of <what> is refused
      Given a bucket whose rule is AES256
      When the owner sets
        | SSEAlgorithm | <algorithm> |
      Then the store refuses with 400 "<code>"
      And the rule is AES256

      Examples:
        | what   | algorithm | code |
        | a sort | DES       | Bad  |
        | two    | RC4       | Bad  |

    Scenario: A document
      When the owner sets by
        """xml
        <Rule><SSEAlgorithm>KMS</SSEAlgorithm></Rule>
        """
      Then it prints
        """
        one

        two
        """
`;

/** What the step definitions of the suite would read: numbers, quoted words and the closed word AES256. */
function argumentsIn(text: string): readonly StepMatchArgument[] {
  return [...text.matchAll(/"([^"]*)"|\b\d+\b(?!")|AES256/gu)].map(({ 0: value, 1: quoted, index: start }) => ({
    group: { start, value, children: quoted === undefined ? [] : [{ start: start + 1, value: quoted, children: [] }] },
    parameterTypeName: quoted === undefined ? (value === 'AES256' ? 'rule' : 'int') : 'string',
  }));
}

function messagesOf(text: string): SuiteMessages {
  const ids = IdGenerator.incrementing();
  const document = new Parser(new AstBuilder(ids), new GherkinClassicTokenMatcher()).parse(text);
  const pickles = compile(document, 'features/a.feature', ids);
  const testCases = pickles.map((pickle): TestCase => ({
    id: `case of ${pickle.id}`,
    pickleId: pickle.id,
    testSteps: pickle.steps.map((step) => ({
      id: step.id,
      pickleStepId: step.id,
      stepMatchArgumentsLists: [{ stepMatchArguments: argumentsIn(step.text) }],
    })),
  }));
  return { documents: [document], pickles, testCases };
}

const sites = valueSites(messagesOf(feature), () => 'PBE-25');

function the(where: string, value: string): ValueSite {
  const site = sites.find((candidate) => candidate.where === where && candidate.value === value);
  assert.ok(site, `${where}: ${value}`);
  return site;
}

describe('the values of a feature', () => {
  it('are cells that steps name, quoted words, numbers, expected words, table cells and the contents of doc strings', () => {
    assert.deepEqual(
      sites.map(({ scenario, where, value }) => `${scenario} | ${where} | ${value}`),
      [
        "DES of a sort is refused | the examples' column algorithm | DES",
        "DES of a sort is refused | the examples' column code | Bad",
        'DES of a sort is refused | the owner sets, row 1, column 1 | SSEAlgorithm',
        'DES of a sort is refused | the store refuses with 400 "Bad" | 400',
        'DES of a sort is refused | the rule is AES256 | AES256',
        "RC4 of two is refused | the examples' column algorithm | RC4",
        "RC4 of two is refused | the examples' column code | Bad",
        'A document | the owner sets by, text of SSEAlgorithm | KMS',
        'A document | the owner sets by, element name | Rule',
        'A document | the owner sets by, element name | SSEAlgorithm',
        'A document | it prints, line | one',
        'A document | it prints, line | two',
      ],
    );
  });

  it('change wherever the outline names their column', () => {
    const { steps, tags } = the("the examples' column algorithm", 'RC4').with('AES256');
    assert.deepEqual(tags, ['@PBE-25']);
    assert.deepEqual(steps[1]?.table, [['SSEAlgorithm', 'AES256']]);
    assert.equal(steps[2]?.text, 'the store refuses with 400 "Bad"');
  });

  it('change in their place alone', () => {
    assert.equal(
      the('the store refuses with 400 "Bad"', '400').with('401').steps[2]?.text,
      'the store refuses with 401 "Bad"',
    );
    assert.deepEqual(the('the owner sets, row 1, column 1', 'SSEAlgorithm').with('Colour').steps[1]?.table, [
      ['Colour', 'DES'],
    ]);
    assert.equal(
      the('the owner sets by, element name', 'SSEAlgorithm').with('Colour').steps[0]?.docString?.content,
      '<Rule><Colour>KMS</Colour></Rule>',
    );
    assert.equal(
      the('the owner sets by, text of SSEAlgorithm', 'KMS').with('SM4').steps[0]?.docString?.content,
      '<Rule><SSEAlgorithm>SM4</SSEAlgorithm></Rule>',
    );
    assert.equal(the('it prints, line', 'two').with('three').steps[1]?.docString?.content, 'one\n\nthree');
  });

  it('can be replaced by other texts, and by the values of such places elsewhere', () => {
    const source = new ReplacementSource(sites);
    const ofColumn = source.for(the("the examples' column algorithm", 'DES'));
    assert.deepEqual(ofColumn.slice(0, 3), ['DESx', 'x', 'RC4']);
    assert.ok(ofColumn.includes('AES256'));
    assert.deepEqual(source.for(the('the store refuses with 400 "Bad"', '400')).slice(0, 1), ['401']);
    assert.deepEqual(source.for(the('the rule is AES256', 'AES256')), []);
  });
});

it('takes the quoted texts and numbers in a phrase for its values, and a phrase without any for one', () => {
  const text = 'the store refuses with 400 "Bad"';
  const value = 'refuses with 400 "Bad"';
  const phrase = (start: number, inner: readonly Group[]): StepMatchArgument => ({
    group: { start, value, children: [{ start, value, children: [...inner] }] },
    parameterTypeName: 'response',
  });
  const values = [
    { start: 23, value: '400', children: [] },
    { start: 28, value: 'Bad', children: [] },
  ];
  assert.deepEqual(
    [values, []].map((inner) =>
      stepArguments(caseOf([phrase(10, inner)]), { id: 'step', text, astNodeIds: [] }).map((found) => [
        found.value,
        found.isFree,
      ]),
    ),
    [
      [
        ['400', true],
        ['Bad', true],
      ],
      [[value, false]],
    ],
  );
});

function caseOf(stepMatchArguments: readonly StepMatchArgument[]): TestCase {
  const step = {
    id: 'step',
    pickleStepId: 'step',
    stepMatchArgumentsLists: [{ stepMatchArguments: [...stepMatchArguments] }],
  };
  return { id: 'case', pickleId: 'pickle', testSteps: [step] };
}

it('takes a document that is not well-formed for one value, which could be one that is', () => {
  const broken = `
Feature: A feature

  Scenario: Broken
    When the owner sets by
      """xml
      <Rule><SSEAlgorithm>KMS</Rule>
      """
`;
  const [site, ...more] = valueSites(messagesOf(broken), () => 'PBE-36');
  assert.ok(site);
  assert.deepEqual(more, []);
  assert.equal(site.value, '<Rule><SSEAlgorithm>KMS</Rule>');
  assert.match(new ReplacementSource([site]).for(site)[0] ?? '', /^<ServerSideEncryptionRule>/);
});

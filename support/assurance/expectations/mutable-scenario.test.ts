import assert from 'node:assert/strict';
import { it } from 'node:test';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { mutableScenario, withStep, writeFeature, type MutableScenario } from './mutable-scenario.ts';

/** What cucumber reads from the text of a feature. */
function scenariosIn(feature: string): readonly MutableScenario[] {
  const ids = IdGenerator.incrementing();
  const document = new Parser(new AstBuilder(ids), new GherkinClassicTokenMatcher()).parse(feature);
  return compile(document, '', ids).map(mutableScenario);
}

const scenario: MutableScenario = {
  tags: ['@PBE-25', '@needs:kms'],
  steps: [
    { text: 'a bucket', table: null, docString: null },
    {
      text: 'a table',
      table: [
        ['a|b', ''],
        ['back\\slash', 'line\nfeed'],
      ],
      docString: null,
    },
    { text: 'a text', table: null, docString: { mediaType: '', content: 'first\n\n  "third" """' } },
    { text: 'a document', table: null, docString: { mediaType: 'xml', content: '<a>\n  <b>1</b>\n</a>' } },
  ],
};

it('writes scenarios that read back the same, whatever is in their tables and doc strings', () => {
  assert.deepEqual(scenariosIn(writeFeature([scenario, scenario])), [scenario, scenario]);
});

it('changes one step and leaves the others', () => {
  const changed = withStep(scenario, 0, { text: 'another bucket' });
  assert.deepEqual(
    changed.steps.map(({ text }) => text),
    ['another bucket', 'a table', 'a text', 'a document'],
  );
  assert.equal(scenario.steps[0]?.text, 'a bucket');
});

import { PickleStepType, type Pickle, type TestCase } from '@cucumber/messages';
import type { SuiteMessages } from './suite-messages.ts';
import type { LocalSite, ValueSite } from './value-site.ts';
import { docStringSites } from './doc-string-sites.ts';
import { exampleSites } from './example-sites.ts';
import { mutableScenario, withStep, type MutableScenario, type MutableStep } from './mutable-scenario.ts';
import { OutlineIndex, type WrittenStep } from './outline-index.ts';
import { stepArguments, type StepArgument } from './step-arguments.ts';

/**
 * Every value of the scenarios for which `clauseFor` has a clause: the cells of their examples and tables, the quoted
 * words and numbers of their steps, the closed words of their expectations, and the contents of their doc strings.
 */
export function valueSites(
  messages: SuiteMessages,
  clauseFor: (pickle: Pickle) => string | null,
): readonly ValueSite[] {
  const outlines = new OutlineIndex(messages.documents);
  const testCases = new Map(messages.testCases.map((testCase) => [testCase.pickleId, testCase]));
  const seenOutlines = new Set<string>();
  return messages.pickles.flatMap((pickle) => {
    const clause = clauseFor(pickle);
    if (clause === null) return [];
    const outline = outlines.rowOf(pickle);
    // What all rows of an outline share is examined once.
    const isFurtherRow = outline !== null && seenOutlines.has(outline.scenario.id);
    if (outline !== null) seenOutlines.add(outline.scenario.id);
    const local = [
      ...(outline === null ? [] : exampleSites(outline)),
      ...(isFurtherRow ? [] : stepSites(pickle, testCases.get(pickle.id), outlines)),
    ];
    const { uri: feature, name: scenario } = pickle;
    return local.map((site) => ({ clause, feature, line: pickle.location?.line ?? 0, scenario, ...site }));
  });
}

function stepSites(pickle: Pickle, testCase: TestCase | undefined, outlines: OutlineIndex): readonly LocalSite[] {
  const scenario = mutableScenario(pickle);
  return pickle.steps.flatMap((step, index) => {
    const written = outlines.stepOf(step, outlines.rowOf(pickle));
    const own = scenario.steps[index];
    if (own === undefined) return [];
    const change = (part: Partial<MutableStep>): MutableScenario => withStep(scenario, index, part);
    const words = stepArguments(testCase, step).filter(
      ({ value, isFree }) => (isFree || step.type === PickleStepType.OUTCOME) && written.hasInText(value),
    );
    const docString = docStringSites(own, change).filter(({ value }) => written.hasInDocString(value));
    return [...words.map((word) => wordSite(own, word, change)), ...tableSites(own, written, change), ...docString];
  });
}

function wordSite(
  { text }: MutableStep,
  { start, value, kind, isFree }: StepArgument,
  change: (part: Partial<MutableStep>) => MutableScenario,
): LocalSite {
  return {
    where: shortened(text),
    value,
    kind,
    isFree,
    with: (replacement) => change({ text: text.slice(0, start) + replacement + text.slice(start + value.length) }),
  };
}

function tableSites(
  { text, table }: MutableStep,
  written: WrittenStep,
  change: (part: Partial<MutableStep>) => MutableScenario,
): readonly LocalSite[] {
  return (table ?? []).flatMap((cells, row) =>
    cells.flatMap((value, column): readonly LocalSite[] => {
      if (!written.hasInCell(value, row, column)) return [];
      return [
        {
          where: `${shortened(text)}, row ${row + 1}, column ${column + 1}`,
          value,
          kind: column === 0 ? 'the first cell of a row' : `a cell behind ${cells[0] ?? ''}`,
          isFree: true,
          with: (replacement) => change({ table: replacedCell(table ?? [], row, column, replacement) }),
        },
      ];
    }),
  );
}

function replacedCell(
  table: readonly (readonly string[])[],
  row: number,
  column: number,
  replacement: string,
): readonly (readonly string[])[] {
  return table.map((cells, at) => (at === row ? cells.with(column, replacement) : cells));
}

function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

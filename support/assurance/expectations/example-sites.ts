import { compile } from '@cucumber/gherkin';
import { IdGenerator, type Examples, type TableRow } from '@cucumber/messages';
import { mutableScenario, type MutableScenario } from './mutable-scenario.ts';
import type { OutlineRow } from './outline-index.ts';
import type { LocalSite } from './value-site.ts';

/**
 * The cells of a row of examples. A changed cell shows wherever a step of the outline names its column; a column that
 * only the title names is for the reader.
 */
export function exampleSites(outline: OutlineRow): readonly LocalSite[] {
  const { row, examples, scenario } = outline;
  const steps = JSON.stringify(scenario.steps);
  return row.cells.flatMap(({ value }, column): readonly LocalSite[] => {
    const name = examples.tableHeader?.cells[column]?.value ?? '';
    if (!steps.includes(`<${name}>`)) return [];
    return [
      {
        where: `the examples' column ${name}`,
        value,
        kind: `column ${name}`,
        isFree: true,
        with: (replacement) => scenarioOf(outline, replacedCell(row, column, replacement)),
      },
    ];
  });
}

function replacedCell(row: TableRow, column: number, value: string): TableRow {
  return { ...row, cells: row.cells.map((cell, at) => (at === column ? { ...cell, value } : cell)) };
}

/** The scenarios that cucumber makes from the outline with only that row. */
function scenarioOf({ feature, rule, scenario, examples }: OutlineRow, row: TableRow): MutableScenario {
  const only: Examples = { ...examples, tableBody: [row] };
  const child = { scenario: { ...scenario, examples: [only] } };
  const children = rule === null ? [child] : [{ rule: { ...rule, children: [child] } }];
  const document = { feature: { ...feature, children }, comments: [] };
  const [pickle] = compile(document, '', IdGenerator.incrementing());
  if (pickle === undefined) throw new Error(`a row of "${scenario.name}" makes no scenario`);
  return mutableScenario(pickle);
}

import type { Pickle, PickleStep } from '@cucumber/messages';

/** A scenario that can be changed and written as Gherkin again. */
export interface MutableScenario {
  readonly tags: readonly string[];
  readonly steps: readonly MutableStep[];
}

export interface MutableStep {
  readonly text: string;
  readonly table: readonly (readonly string[])[] | null;
  readonly docString: { readonly mediaType: string; readonly content: string } | null;
}

export function mutableScenario({ tags, steps }: Pickle): MutableScenario {
  return { tags: tags.map(({ name }) => name), steps: steps.map(mutableStep) };
}

function mutableStep({ text, argument }: PickleStep): MutableStep {
  const { dataTable, docString } = argument ?? {};
  return {
    text,
    table: dataTable === undefined ? null : dataTable.rows.map(({ cells }) => cells.map(({ value }) => value)),
    docString: docString === undefined ? null : { mediaType: docString.mediaType ?? '', content: docString.content },
  };
}

/** The same scenario with one step changed. */
export function withStep(scenario: MutableScenario, index: number, change: Partial<MutableStep>): MutableScenario {
  return { ...scenario, steps: scenario.steps.map((step, at) => (at === index ? { ...step, ...change } : step)) };
}

/** A feature of these scenarios; each is called by its index. */
export function writeFeature(scenarios: readonly MutableScenario[]): string {
  return `Feature: Expectation mutants\n\n${scenarios.map(writeScenario).join('\n')}`;
}

function writeScenario({ tags, steps }: MutableScenario, index: number): string {
  return `  ${tags.join(' ')}\n  Scenario: ${index}\n${steps.map(writeStep).join('')}`;
}

function writeStep({ text, table, docString }: MutableStep): string {
  const rows = (table ?? []).map((cells) => `      | ${cells.map(escapeCell).join(' | ')} |\n`);
  return `    * ${text}\n${rows.join('')}${docString === null ? '' : writeDocString(docString)}`;
}

function escapeCell(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', '\\n');
}

function writeDocString({ mediaType, content }: NonNullable<MutableStep['docString']>): string {
  const lines = content.replaceAll('"""', '\\"\\"\\"').split('\n');
  return [`"""${mediaType}`, ...lines, '"""'].map((line) => `      ${line}\n`).join('');
}

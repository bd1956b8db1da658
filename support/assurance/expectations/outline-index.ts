import type {
  Examples,
  Feature,
  FeatureChild,
  GherkinDocument,
  Pickle,
  PickleStep,
  Rule,
  RuleChild,
  Scenario,
  Step,
  TableRow,
} from '@cucumber/messages';

/** A row of examples, with the table, outline and rule it belongs to. */
export interface OutlineRow {
  readonly feature: Feature;
  readonly rule: Rule | null;
  readonly scenario: Scenario;
  readonly examples: Examples;
  readonly row: TableRow;
}

/** A step as written, before the values of a row are filled in. */
export class WrittenStep {
  readonly #step: Step;
  readonly #placeholders: readonly string[];

  constructor(step: Step, outline: OutlineRow | null) {
    this.#step = step;
    this.#placeholders = (outline?.examples.tableHeader?.cells ?? []).map(({ value }) => `<${value}>`);
  }

  hasInText(value: string): boolean {
    return this.#has(this.#step.text, value);
  }

  hasInCell(value: string, row: number, column: number): boolean {
    return this.#has(this.#step.dataTable?.rows[row]?.cells[column]?.value ?? '', value);
  }

  hasInDocString(value: string): boolean {
    return this.#has(this.#step.docString?.content ?? '', value);
  }

  /** Whether the step contains the value itself, not a column of the examples. */
  #has(written: string, value: string): boolean {
    const parts = this.#placeholders.reduce((left, name) => left.flatMap((part) => part.split(name)), [written]);
    return parts.length === 1 || (value !== '' && parts.some((part) => part.includes(value)));
  }
}

/** Finds the Gherkin source of what cucumber runs. */
export class OutlineIndex {
  readonly #steps = new Map<string, Step>();
  readonly #rows = new Map<string, OutlineRow>();

  constructor(documents: readonly GherkinDocument[]) {
    for (const { feature } of documents)
      if (feature !== undefined) for (const child of feature.children) this.#addChild(feature, null, child);
  }

  /** The row of examples behind a scenario; `null` if it is not from an outline. */
  rowOf({ astNodeIds }: Pickle): OutlineRow | null {
    const [, rowId] = astNodeIds;
    return rowId === undefined ? null : (this.#rows.get(rowId) ?? null);
  }

  /** The step as written. Throws if the messages are not from the same run. */
  stepOf({ astNodeIds, text }: PickleStep, outline: OutlineRow | null): WrittenStep {
    const step = this.#steps.get(astNodeIds[0] ?? '');
    if (step === undefined) throw new Error(`the step "${text}" is in no feature`);
    return new WrittenStep(step, outline);
  }

  #addChild(feature: Feature, rule: Rule | null, { background, scenario, ...more }: FeatureChild | RuleChild): void {
    for (const step of [...(background?.steps ?? []), ...(scenario?.steps ?? [])]) this.#steps.set(step.id, step);
    if (scenario !== undefined)
      for (const examples of scenario.examples)
        for (const row of examples.tableBody) this.#rows.set(row.id, { feature, rule, scenario, examples, row });
    const nested = 'rule' in more ? more.rule : undefined;
    for (const child of nested?.children ?? []) this.#addChild(feature, nested ?? null, child);
  }
}

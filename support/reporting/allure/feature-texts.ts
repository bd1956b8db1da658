import type { GherkinDocument, Pickle, PickleStep, RuleChild, Scenario } from '@cucumber/messages';

/** A value of an outline's row under the name of its column. */
export interface OutlineValue {
  readonly name: string;
  readonly value: string;
}

/** What pickles leave out of their features: names, keywords, and the columns of outlines. */
export class FeatureTexts {
  /** By the path of the feature. */
  readonly #names = new Map<string, string>();
  /** By the id of the step in the feature. */
  readonly #keywords = new Map<string, string>();
  /** By the id of the row. */
  readonly #rows = new Map<string, readonly OutlineValue[]>();

  add({ uri = '', feature }: GherkinDocument): void {
    if (feature === undefined) return;
    this.#names.set(uri, feature.name);
    const parts = feature.children.flatMap(({ rule, ...part }): readonly RuleChild[] => rule?.children ?? [part]);
    for (const { background, scenario } of parts) {
      for (const { id, keyword } of [...(background?.steps ?? []), ...(scenario?.steps ?? [])])
        this.#keywords.set(id, keyword);
      if (scenario !== undefined) this.#addRows(scenario);
    }
  }

  nameOfFeature({ uri }: Pickle): string {
    return this.#names.get(uri) ?? '';
  }

  /** `Given a bucket` */
  textOf({ astNodeIds, text }: PickleStep): string {
    return `${firstIn(this.#keywords, astNodeIds) ?? ''}${text}`;
  }

  /** The row of an outline; none for any other scenario. */
  rowOf({ astNodeIds }: Pickle): readonly OutlineValue[] {
    return firstIn(this.#rows, astNodeIds) ?? [];
  }

  #addRows({ examples }: Scenario): void {
    for (const { tableHeader, tableBody } of examples)
      for (const { id, cells } of tableBody)
        this.#rows.set(
          id,
          cells.map(({ value }, index) => ({ name: tableHeader?.cells[index]?.value ?? '', value })),
        );
  }
}

function firstIn<T>(known: ReadonlyMap<string, T>, ids: readonly string[]): T | undefined {
  return ids.map((id) => known.get(id)).find((found) => found !== undefined);
}

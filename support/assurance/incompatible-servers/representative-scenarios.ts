import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, PickleStepType, type Pickle, type PickleStep } from '@cucumber/messages';
import { suiteFolder } from '../../harness/catalogue/feature-folder.ts';

/** A scenario, by what its steps say. */
export interface ReadScenario {
  readonly feature: string;
  readonly line: number;
  readonly name: string;
  /** The Then steps as phrases: quoted text is `"…"`, and a number `N`. */
  readonly thens: readonly string[];
  readonly whens: readonly string[];
}

/** Every scenario of these features. */
export async function readScenarios(features: readonly string[]): Promise<readonly ReadScenario[]> {
  const read = await Promise.all(features.map(readFeature));
  return read.flat();
}

/** Two scenarios, asking in different ways, for each list of Then steps: the others run the same code with other values. */
export function representatives(scenarios: readonly ReadScenario[]): readonly ReadScenario[] {
  const alike = Map.groupBy(scenarios, ({ thens }) => thens.join('\n'));
  return [...alike.values()].flatMap((judgedAlike) => {
    const askedAlike = Map.groupBy(judgedAlike, ({ whens }) => whens.join('\n'));
    return [...askedAlike.values()].slice(0, 2).flatMap(([first]) => first ?? []);
  });
}

async function readFeature(feature: string): Promise<readonly ReadScenario[]> {
  const text = await readFile(join(suiteFolder.root, feature), 'utf8');
  const newId = IdGenerator.incrementing();
  const document = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(text);
  return compile(document, feature, newId).map((pickle) => ({
    feature,
    line: pickle.location?.line ?? 0,
    name: pickle.name,
    thens: phrasesOf(pickle, PickleStepType.OUTCOME),
    whens: phrasesOf(pickle, PickleStepType.ACTION),
  }));
}

function phrasesOf({ steps }: Pickle, type: PickleStepType): readonly string[] {
  return steps.filter((step) => step.type === type).map(phraseOf);
}

function phraseOf({ text, argument }: PickleStep): string {
  const phrase = text.replaceAll(/"[^"]*"/gu, '"…"').replaceAll(/\b\d+\b/gu, 'N');
  const values = (argument?.dataTable?.rows ?? []).map(({ cells }) => cells[1]?.value ?? '');
  const isAbsence = values.length > 0 && values.every((value) => value.startsWith('(none'));
  return isAbsence ? `${phrase} (none)` : phrase;
}

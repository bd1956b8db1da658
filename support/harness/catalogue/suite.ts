import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type GherkinDocument, type Rule } from '@cucumber/messages';
import { ConfigurationError } from '../target/configuration-error.ts';
import { pathOf, suiteFolder, type FeatureFolder } from './feature-folder.ts';

/** One runnable scenario; an outline has one per row. */
export interface Scenario {
  readonly name: string;
  readonly feature: string;
  readonly line: number;
  readonly tags: readonly string[];
  /** The text of its steps, including those of the background. */
  readonly steps: readonly string[];
}

/** One `Rule:` of a feature. */
export interface FeatureRule {
  readonly name: string;
  readonly feature: string;
  readonly line: number;
  readonly tags: readonly string[];
  /** Its scenarios as they are written, without the indentation of the rule. */
  readonly gherkin: string;
}

export interface Suite {
  readonly rules: readonly FeatureRule[];
  readonly scenarios: readonly Scenario[];
}

/** Reads every feature. Throws ConfigurationError with file and line for one that is not Gherkin. */
export async function loadSuite(folder: FeatureFolder = suiteFolder): Promise<Suite> {
  const names = await readdir(pathOf(folder), { recursive: true });
  const files = names.filter((name) => name.endsWith('.feature')).toSorted();
  const read = await Promise.all(files.map((name) => readFeature(folder, name)));
  return { rules: read.flatMap(({ rules }) => rules), scenarios: read.flatMap(({ scenarios }) => scenarios) };
}

async function readFeature(folder: FeatureFolder, name: string): Promise<Suite> {
  const feature = `${folder.name}/${name.replaceAll(sep, '/')}`;
  const text = await readFile(join(pathOf(folder), name), 'utf8');
  const document = parse(feature, text);
  const lines = text.split(/\r?\n/u);
  const rules = (document.feature?.children ?? []).flatMap(({ rule }) => (rule === undefined ? [] : [rule]));
  return {
    rules: rules.map((rule, index) => ({
      name: rule.name,
      feature,
      line: rule.location.line,
      tags: rule.tags.map(({ name: tag }) => tag),
      gherkin: gherkinOf(lines, rule, rules[index + 1]),
    })),
    scenarios: compile(document, feature, IdGenerator.incrementing()).map((pickle) => ({
      name: pickle.name,
      feature,
      line: pickle.location?.line ?? 0,
      tags: pickle.tags.map(({ name }) => name),
      steps: pickle.steps.map(({ text }) => text),
    })),
  };
}

function parse(feature: string, text: string): GherkinDocument {
  try {
    return new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher()).parse(text);
  } catch (error) {
    throw notGherkin(feature, error instanceof Error ? error.message : String(error));
  }
}

/** From its first scenario to the next rule. */
function gherkinOf(lines: readonly string[], { children }: Rule, next: Rule | undefined): string {
  const starts = children.map(({ background, scenario }) => firstLine(background ?? scenario));
  const first = Math.min(...starts, Number.MAX_SAFE_INTEGER);
  return lines
    .slice(first - 1, next === undefined ? undefined : firstLine(next) - 1)
    .map((line) => line.replace(/^ {0,4}/u, ''))
    .join('\n')
    .trimEnd();
}

/** That of its first tag, if it has any. */
function firstLine(part: (Pick<Rule, 'location'> & { readonly tags?: Rule['tags'] }) | undefined): number {
  return Math.min(...[part, ...(part?.tags ?? [])].map((one) => one?.location.line ?? Number.MAX_SAFE_INTEGER));
}

/** The parser reports each line that it could not place after the first; only that one is the mistake. */
function notGherkin(feature: string, message: string): ConfigurationError {
  const [, line, problem] = /^\((\d+):\d+\): (.*)$/mu.exec(message) ?? [];
  const place = line === undefined ? feature : `${feature}:${line}`;
  return new ConfigurationError(`${place}: is not Gherkin: ${problem ?? message}`);
}

import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type GherkinDocument, type Rule } from '@cucumber/messages';
import { ConfigurationError } from '../target/configuration-error.ts';

/** The folder of the features: the specification itself. */
export const featuresDirectory = fileURLToPath(new URL('../../../features/', import.meta.url));

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
}

export interface Suite {
  readonly rules: readonly FeatureRule[];
  readonly scenarios: readonly Scenario[];
}

/** Reads every feature. Throws ConfigurationError with file and line for one that is not Gherkin. */
export async function loadSuite(directory: string = featuresDirectory): Promise<Suite> {
  const files = (await readdir(directory, { recursive: true })).filter((name) => name.endsWith('.feature')).toSorted();
  const read = await Promise.all(files.map((name) => readFeature(directory, name)));
  return { rules: read.flatMap(({ rules }) => rules), scenarios: read.flatMap(({ scenarios }) => scenarios) };
}

async function readFeature(directory: string, name: string): Promise<Suite> {
  const feature = `features/${name.replaceAll(sep, '/')}`;
  const document = parse(feature, await readFile(join(directory, name), 'utf8'));
  const rules = (document.feature?.children ?? []).flatMap(({ rule }) => (rule === undefined ? [] : [rule]));
  return {
    rules: rules.map((rule) => featureRule(rule, feature)),
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

/** The parser reports each line that it could not place after the first; only that one is the mistake. */
function notGherkin(feature: string, message: string): ConfigurationError {
  const [, line, problem] = /^\((\d+):\d+\): (.*)$/mu.exec(message) ?? [];
  const place = line === undefined ? feature : `${feature}:${line}`;
  return new ConfigurationError(`${place}: is not Gherkin: ${problem ?? message}`);
}

function featureRule(rule: Rule, feature: string): FeatureRule {
  return { name: rule.name, feature, line: rule.location.line, tags: rule.tags.map(({ name }) => name) };
}

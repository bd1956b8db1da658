import type { Clause } from './clause.ts';
import { readClauseFiles, type ClauseFile, type Judged } from './clause-file.ts';
import type { SubResource } from '../gate/sub-resource.ts';
import { suiteFolder, type FeatureFolder } from './feature-folder.ts';
import { loadSuite, type FeatureRule, type Suite } from './suite.ts';
import { ConfigurationError } from '../target/configuration-error.ts';
import { capabilities, type Capability } from '../target/target.ts';

/** A clause, the rule that checks it and the scenarios of that rule. */
export interface CatalogueEntry extends Clause {
  /** The name of the folder of its clause file. */
  readonly family: string;
  readonly operation: string;
  readonly epic: string;
  readonly judges: Judged;
  /** The RAM actions that the scenarios of its clause file need. */
  readonly actions: readonly string[];
  /** `null` for a clause that no rule checks. */
  readonly feature: string | null;
  readonly line: number | null;
  readonly scenarios: readonly CataloguedScenario[];
  /** The scenarios as the feature has them; empty for a clause that no rule checks. */
  readonly gherkin: string;
  /** What a target must offer for at least one scenario. */
  readonly needs: readonly Capability[];
}

export interface CataloguedScenario {
  readonly name: string;
  readonly line: number;
  readonly needs: readonly Capability[];
}

/** The clauses of the documentation, joined with the rules and scenarios that check them. */
export interface Catalogue {
  /** Where its features and clause files are. */
  readonly folder: FeatureFolder;
  readonly clauses: readonly CatalogueEntry[];
  /** The sub-resources of all families of the suite, and those that the user's own families declare. */
  readonly subResources: readonly SubResource[];
  /** How many scenarios the full suite has; a run of fewer is never complete. */
  readonly scenarios: number;
}

const needsTag = /^@needs:(.+)$/u;

/** Read once: a run uses it to plan, to play and to report. */
let suiteCatalogue: Promise<Catalogue> | null = null;

/** The clauses and features of this suite, or those in a folder of the user's own. */
export function loadCatalogue(own?: FeatureFolder): Promise<Catalogue> {
  suiteCatalogue ??= readCatalogue(suiteFolder);
  return own === undefined ? suiteCatalogue : readOwnCatalogue(own, suiteCatalogue);
}

/** Reads clauses and features and joins them. Throws ConfigurationError with every place where they do not fit. */
export async function readCatalogue(folder: FeatureFolder): Promise<Catalogue> {
  const [files, suite] = await Promise.all([readClauseFiles(folder), loadSuite(folder)]);
  const problems = misfits(files, suite);
  if (problems.length > 0)
    throw new ConfigurationError(`the clause files and the features do not fit: ${problems.join('; ')}`);
  return joinCatalogue(folder, files, suite);
}

/** The suite's gates are included, because the steps use its sub-resources. */
async function readOwnCatalogue(folder: FeatureFolder, suite: Promise<Catalogue>): Promise<Catalogue> {
  const [own, { clauses, subResources }] = await Promise.all([readCatalogue(folder), suite]);
  const problem = clashOf(own, { clauses, subResources });
  if (problem !== null) throw new ConfigurationError(`--features ${folder.name}: ${problem}`);
  return { ...own, subResources: [...subResources, ...own.subResources] };
}

/** Why the user's own features cannot be played, in words; `null` where they can. */
function clashOf(own: Catalogue, suite: Pick<Catalogue, 'clauses' | 'subResources'>): string | null {
  if (own.scenarios === 0) return 'there is no scenario in it';
  const taken = own.clauses.find(({ id }) => suite.clauses.some((clause) => clause.id === id));
  if (taken !== undefined) return `${taken.id} is a clause of the suite; choose another prefix`;
  const declared = own.subResources.find(({ name }) => suite.subResources.some((known) => known.name === name));
  return declared === undefined ? null : `the suite already declares ?${declared.name}`;
}

/** The ids of its clauses. */
export function clauseIds({ clauses }: Catalogue): ReadonlySet<string> {
  return new Set(clauses.map(({ id }) => id));
}

/** The clause in the tags of a scenario or rule, if any. */
export function clauseOf(tags: readonly string[], ids: ReadonlySet<string>): string | null {
  const tag = tags.find((candidate) => ids.has(candidate.slice(1)));
  return tag === undefined ? null : tag.slice(1);
}

/** Joins clauses and rules that passed `misfits`. */
function joinCatalogue(folder: FeatureFolder, files: readonly ClauseFile[], suite: Suite): Catalogue {
  const rules = byTag(suite.rules);
  const scenariosByTag = byTag(suite.scenarios);
  const clauses = files.flatMap((file) =>
    file.clauses.map((clause): CatalogueEntry => {
      const tag = `@${clause.id}`;
      const [rule] = rules.get(tag) ?? [];
      const scenarios = scenariosByTag.get(tag) ?? [];
      return {
        ...clause,
        family: file.family,
        operation: file.operation,
        epic: file.epic,
        judges: file.judges,
        actions: file.actions,
        feature: rule?.feature ?? null,
        line: rule?.line ?? null,
        scenarios: scenarios.map(({ name, line, tags }) => ({ name, line, needs: neededBy(tags) })),
        gherkin: rule?.gherkin ?? '',
        needs: [...new Set(scenarios.flatMap(({ tags }) => neededBy(tags)))].toSorted(),
      };
    }),
  );
  return { folder, clauses, subResources: subResourcesIn(files), scenarios: suite.scenarios.length };
}

/** The capabilities that tags such as `@needs:kms` name. */
export function neededBy(tags: readonly string[]): readonly Capability[] {
  return tags.flatMap((tag) => capabilities.filter((capability) => tag === `@needs:${capability}`));
}

/** Every mismatch between clauses and rules, one line each. */
export function misfits(files: readonly ClauseFile[], suite: Suite): readonly string[] {
  const clauses = files.flatMap(({ clauses: own, prefix }) => own.map((clause) => ({ ...clause, prefix })));
  const ids = new Set(clauses.map(({ id }) => id));
  const rules = byTag(suite.rules);
  return [
    ...repeated(clauses.map(({ id }) => id)).map((id) => `two clauses have the id ${id}`),
    ...clauses.filter(({ id, prefix }) => !id.startsWith(`${prefix}-`)).map(({ id }) => `${id} is in the wrong file`),
    ...repeated(subResourcesIn(files).map(({ name }) => name)).map((name) => `two files declare ?${name}`),
    ...subResourcesIn(files).flatMap(({ name, gate, reading }) =>
      [gate, reading].filter((id) => !ids.has(id)).map((id) => `the gate of ?${name} names ${id}, which is no clause`),
    ),
    ...clauses.flatMap((clause) => coverageMisfit(clause, rules)),
    ...suite.rules.flatMap((rule) => ruleMisfits(rule, ids)),
    ...suite.scenarios
      .filter(({ tags }) => clauseOf(tags, ids) === null)
      .map(({ feature, line }) => `${feature}:${line} checks no clause`),
    ...suite.scenarios.flatMap((scenario) => placeMisfits(scenario, rules, ids)),
    ...suite.scenarios.flatMap(({ tags, feature, line }) =>
      tags.filter((tag) => !isKnownTag(tag, ids)).map((tag) => `${feature}:${line} has the unknown tag ${tag}`),
    ),
    ...repeated(suite.scenarios.map(({ tags, name }) => `${clauseOf(tags, ids) ?? ''}: ${name}`)).map(
      (title) => `two scenarios have one name, ${title}`,
    ),
  ];
}

type RulesByTag = ReadonlyMap<string, readonly FeatureRule[]>;

/** Those with each tag, in their order. */
function byTag<T extends { readonly tags: readonly string[] }>(
  tagged: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of tagged)
    for (const tag of new Set(one.tags)) {
      const known = found.get(tag);
      if (known === undefined) found.set(tag, [one]);
      else known.push(one);
    }
  return found;
}

function subResourcesIn(files: readonly ClauseFile[]): readonly SubResource[] {
  return files.flatMap(({ subResource }) => subResource ?? []);
}

function coverageMisfit({ id, excluded }: Clause, rules: RulesByTag): readonly string[] {
  const covering = rules.get(`@${id}`) ?? [];
  if (excluded !== null) return covering.length > 0 ? [`${id} is excluded and has a rule`] : [];
  if (covering.length === 0) return [`${id} has neither a rule nor a reason for having none`];
  return covering.length > 1 ? [`${id} has ${covering.length} rules`] : [];
}

function ruleMisfits({ tags, feature, line }: Suite['rules'][number], ids: ReadonlySet<string>): readonly string[] {
  const named = tags.filter((tag) => ids.has(tag.slice(1)));
  return named.length === 1 ? [] : [`${feature}:${line} is a rule of ${named.length} clauses instead of one`];
}

/** A run of some clauses reads only the features with their rules. */
function placeMisfits(
  { tags, feature, line }: Suite['scenarios'][number],
  rules: RulesByTag,
  ids: ReadonlySet<string>,
): readonly string[] {
  const isHere = (tag: string): boolean => (rules.get(tag) ?? []).some((rule) => rule.feature === feature);
  return tags
    .filter((tag) => ids.has(tag.slice(1)) && !isHere(tag))
    .map((tag) => `${feature}:${line} has the tag ${tag}, whose rule is not in its feature`);
}

function isKnownTag(tag: string, ids: ReadonlySet<string>): boolean {
  if (ids.has(tag.slice(1))) return true;
  const needed = needsTag.exec(tag)?.[1];
  return needed !== undefined && neededBy([tag]).length === 1;
}

function repeated(names: readonly string[]): readonly string[] {
  return [...Map.groupBy(names, (name) => name)].flatMap(([name, all]) => (all.length > 1 ? [name] : []));
}

import type { Clause } from './clause.ts';
import { readClauseFiles, type ClauseFile, type Judged } from './clause-file.ts';
import type { SubResource } from '../gate/sub-resource.ts';
import { featuresDirectory, loadSuite, type Suite } from './suite.ts';
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
  readonly clauses: readonly CatalogueEntry[];
  /** The sub-resources of all families. */
  readonly subResources: readonly SubResource[];
  /** How many scenarios the full suite has; a run of fewer is never complete. */
  readonly scenarios: number;
}

const needsTag = /^@needs:(.+)$/u;

/** Read once: a run uses it to plan, to play and to report. */
let ownCatalogue: Promise<Catalogue> | null = null;

/** The clauses and features of this suite. */
export function loadCatalogue(): Promise<Catalogue> {
  return (ownCatalogue ??= readCatalogue(featuresDirectory));
}

/** Reads clauses and features and joins them. Throws ConfigurationError with every place where they do not fit. */
export async function readCatalogue(directory: string): Promise<Catalogue> {
  const [files, suite] = await Promise.all([readClauseFiles(directory), loadSuite(directory)]);
  const problems = misfits(files, suite);
  if (problems.length > 0)
    throw new ConfigurationError(`the clause files and the features do not fit: ${problems.join('; ')}`);
  return joinCatalogue(files, suite);
}

/** The clause in the tags of a scenario or rule, if any. */
export function clauseOf(tags: readonly string[], ids: ReadonlySet<string>): string | null {
  const tag = tags.find((candidate) => ids.has(candidate.slice(1)));
  return tag === undefined ? null : tag.slice(1);
}

/** Joins clauses and rules that passed `misfits`. */
export function joinCatalogue(files: readonly ClauseFile[], suite: Suite): Catalogue {
  const clauses = files.flatMap((file) =>
    file.clauses.map((clause): CatalogueEntry => {
      const tag = `@${clause.id}`;
      const rule = suite.rules.find(({ tags }) => tags.includes(tag));
      const scenarios = suite.scenarios.filter(({ tags }) => tags.includes(tag));
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
        needs: [...new Set(scenarios.flatMap(({ tags }) => neededBy(tags)))].toSorted(),
      };
    }),
  );
  return { clauses, subResources: subResourcesIn(files), scenarios: suite.scenarios.length };
}

/** The capabilities that tags such as `@needs:kms` name. */
export function neededBy(tags: readonly string[]): readonly Capability[] {
  return tags.flatMap((tag) => capabilities.filter((capability) => tag === `@needs:${capability}`));
}

/** Every mismatch between clauses and rules, one line each. */
export function misfits(files: readonly ClauseFile[], suite: Suite): readonly string[] {
  const clauses = files.flatMap(({ clauses: own, prefix }) => own.map((clause) => ({ ...clause, prefix })));
  const ids = new Set(clauses.map(({ id }) => id));
  return [
    ...repeated(clauses.map(({ id }) => id)).map((id) => `two clauses have the id ${id}`),
    ...clauses.filter(({ id, prefix }) => !id.startsWith(`${prefix}-`)).map(({ id }) => `${id} is in the wrong file`),
    ...repeated(subResourcesIn(files).map(({ name }) => name)).map((name) => `two files declare ?${name}`),
    ...subResourcesIn(files).flatMap(({ name, gate, reading }) =>
      [gate, reading].filter((id) => !ids.has(id)).map((id) => `the gate of ?${name} names ${id}, which is no clause`),
    ),
    ...clauses.flatMap((clause) => coverageMisfit(clause, suite)),
    ...suite.rules.flatMap((rule) => ruleMisfits(rule, ids)),
    ...suite.scenarios
      .filter(({ tags }) => clauseOf(tags, ids) === null)
      .map(({ feature, line }) => `${feature}:${line} checks no clause`),
    ...suite.scenarios.flatMap(({ tags, feature, line }) =>
      tags.filter((tag) => !isKnownTag(tag, ids)).map((tag) => `${feature}:${line} has the unknown tag ${tag}`),
    ),
    ...repeated(suite.scenarios.map(({ tags, name }) => `${clauseOf(tags, ids) ?? ''}: ${name}`)).map(
      (title) => `two scenarios have one name, ${title}`,
    ),
  ];
}

function subResourcesIn(files: readonly ClauseFile[]): readonly SubResource[] {
  return files.flatMap(({ subResource }) => subResource ?? []);
}

function coverageMisfit({ id, excluded }: Clause, { rules }: Suite): readonly string[] {
  const covering = rules.filter(({ tags }) => tags.includes(`@${id}`));
  if (excluded !== null) return covering.length > 0 ? [`${id} is excluded and has a rule`] : [];
  if (covering.length === 0) return [`${id} has neither a rule nor a reason for having none`];
  return covering.length > 1 ? [`${id} has ${covering.length} rules`] : [];
}

function ruleMisfits({ tags, feature, line }: Suite['rules'][number], ids: ReadonlySet<string>): readonly string[] {
  const named = tags.filter((tag) => ids.has(tag.slice(1)));
  return named.length === 1 ? [] : [`${feature}:${line} is a rule of ${named.length} clauses instead of one`];
}

function isKnownTag(tag: string, ids: ReadonlySet<string>): boolean {
  if (ids.has(tag.slice(1))) return true;
  const needed = needsTag.exec(tag)?.[1];
  return needed !== undefined && neededBy([tag]).length === 1;
}

function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

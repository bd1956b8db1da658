import { existsSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import type { IConfiguration } from '@cucumber/cucumber/api';
import { clauseIds, type Catalogue } from '../harness/catalogue/catalogue.ts';
import { ConfigurationError } from '../harness/target/configuration-error.ts';
import { nearest, suggestion } from '../harness/target/nearest.ts';
import type { Selection } from './run-options.ts';

/** What cucumber calls a selection. Throws ConfigurationError for a clause or feature that does not exist. */
export function selectionOptions(
  catalogue: Catalogue,
  { clauses, tags, shard, paths }: Selection,
): Partial<IConfiguration> {
  const { folder } = catalogue;
  const ids = clauseIds(catalogue);
  const unknown = clauses.find((id) => !ids.has(id));
  if (unknown !== undefined)
    throw new ConfigurationError(`--clauses: there is no clause "${unknown}"${suggestion(unknown, [...ids])}`);
  const missing = paths?.find((path) => !existsSync(resolve(folder.root, path.replace(/(:\d+)+$/, ''))));
  if (missing !== undefined)
    throw new ConfigurationError(`${missing}: no such feature or folder${featureMeant(missing, catalogue)}`);
  const expressions = [clauses.map((id) => `@${id}`).join(' or '), tags ?? ''];
  return {
    paths: [...(paths ?? featuresOf(catalogue, clauses) ?? [`${folder.name}/**/*.feature`])],
    tags: expressions.flatMap((expression) => (expression === '' ? [] : [`(${expression})`])).join(' and '),
    ...(shard === null ? {} : { shard }),
  };
}

/** What to give instead of a path at which nothing is. */
function featureMeant(path: string, { folder, clauses }: Catalogue): string {
  const [top, features] = [`${folder.name}/`, clauses.flatMap(({ feature }) => feature ?? [])];
  // The name that all begin with is no part of the mistake.
  const given = path.replace(/(:\d+)+$/, '').replace(top, '');
  const names = [...features, ...features.map((feature) => posix.dirname(feature))].map((name) =>
    name.replace(top, ''),
  );
  const meant = names.find((name) => name.endsWith(`/${given}`)) ?? nearest(given, names);
  if (meant !== null) return `; did you mean "${top}${meant}"?`;
  return path.startsWith(top) ? '' : `; give a path that begins with ${top}`;
}

/** The features that check these clauses; `null` for none. To read all features takes as long as to play a small one. */
function featuresOf({ clauses }: Catalogue, ids: readonly string[]): readonly string[] | null {
  const features = clauses.flatMap(({ id, feature }) => (feature !== null && ids.includes(id) ? [feature] : []));
  return features.length === 0 ? null : [...new Set(features)].toSorted();
}

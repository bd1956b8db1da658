import { dirname, resolve } from 'node:path';
import type { ErrorObject } from 'ajv';
import { ConfigurationError } from './configuration-error.ts';
import { replaceReferences, type Environment } from './environment-reference.ts';
import { LocatedYaml, type YamlPath } from './located-yaml.ts';
import { pathInWords, pathOf, problemOf, unknownKey } from './schema-problem.ts';
import { isTargetFile } from './target-file-schema.ts';
import { targetFrom, type SettingsSource, type TargetSettings } from './target-settings.ts';
import type { Target } from './target.ts';
import { readTextFile } from './text-file.ts';

/** Enough for some hundred expected deviations; YAML's parsing time grows with the square of its keys. */
const maxBytes = 64 * 1024;

/** Reads a target file. Throws a ConfigurationError that names file, line and key, and never a value. */
export function readTargetFile(path: string, environment: Environment): Target {
  return targetFrom(readTargetSettings(path, environment), targetFileSource(path));
}

/** The settings in the file, before defaults, so that flags can override them. */
export function readTargetSettings(path: string, environment: Environment): TargetSettings {
  const yaml = new LocatedYaml(path, readTextFile(path, maxBytes));
  yaml.replaceTexts((text, fail) => replaceReferences(text, environment, fail));
  const settings = yaml.toValue();
  if (settings === null) throw yaml.errorAt([], 'is empty; give at least "endpoint" and "principals"');
  if (!isTargetFile(settings)) throw shapeError(yaml, isTargetFile.errors ?? []);
  return withAbsolutePaths(settings, dirname(path));
}

/** The name of a target file in errors about all settings. */
export function targetFileSource(path: string): SettingsSource {
  return { name: path, regionBy: '"region"' };
}

/** Paths are relative to the target file. */
function withAbsolutePaths(settings: TargetSettings, base: string): TargetSettings {
  const { atRest, caFile } = settings;
  return {
    ...settings,
    ...(atRest !== undefined && { atRest: { directory: resolve(base, atRest.directory) } }),
    ...(caFile !== undefined && { caFile: resolve(base, caFile) }),
  };
}

/** The first problem from the top of the file, but missing keys last: most often another key is mistyped. */
function shapeError(yaml: LocatedYaml, errors: readonly ErrorObject[]): ConfigurationError {
  const [first] = errors
    .map((error) => ({ ...located(error), isMissing: error.keyword === 'required' }))
    .map((problem) => ({ ...problem, line: yaml.lineOf(problem.path) }))
    .toSorted((a, b) => Number(a.isMissing) - Number(b.isMissing) || a.line - b.line);
  return yaml.errorAt(first?.path ?? [], first?.problem ?? 'is not a target file');
}

/** The path of an error and its message. */
function located(error: ErrorObject): { readonly path: YamlPath; readonly problem: string } {
  const path = pathOf(error.instancePath);
  if (error.keyword !== 'additionalProperties') return { path, problem: `${pathInWords(path)} ${problemOf(error)}` };
  const key = String(error.params['additionalProperty']);
  const known = Object.keys(Object(error.parentSchema?.['properties']));
  const secretive = path[0] === 'principals' || path[0] === 'sts';
  return { path: [...path, key], problem: unknownKey({ key, known, secretive, under: pathInWords(path) }) };
}

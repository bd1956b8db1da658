import { dirname, resolve } from 'node:path';
import { replaceReferences, type Environment } from './environment-reference.ts';
import { LocatedYaml, type YamlPath } from './located-yaml.ts';
import { shapeError } from './schema-problem.ts';
import { targetFileCheck } from './target-file-schema.ts';
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
  const isTargetFile = targetFileCheck();
  if (!isTargetFile(settings)) throw shapeError(yaml, isTargetFile.errors ?? [], ['principals', 'sts']);
  return withAbsolutePaths(settings, dirname(path));
}

/** The name of a target file in errors about all settings. */
export function targetFileSource(path: string): SettingsSource {
  return { name: path, regionBy: '"region"', placeOf: (setting) => placeInTargetFile(path, setting) };
}

/** `acme.yaml:7`: the line of a setting in a target file that has been read before. */
export function placeInTargetFile(path: string, setting: YamlPath): string {
  return `${path}:${new LocatedYaml(path, readTextFile(path, maxBytes)).lineOf(setting)}`;
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

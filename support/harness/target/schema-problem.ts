import type { ErrorObject } from 'ajv';
import type { ConfigurationError } from './configuration-error.ts';
import { endpointProblem } from './endpoint-text.ts';
import type { LocatedYaml, YamlPath } from './located-yaml.ts';
import { nearest } from './nearest.ts';

/**
 * The first problem from the top of the file, but missing keys last: most often another key is mistyped. Keys in the
 * records of `secretive` are not quoted.
 */
export function shapeError(
  yaml: LocatedYaml,
  errors: readonly ErrorObject[],
  secretive: readonly string[] = [],
): ConfigurationError {
  const [first] = errors
    .map((error) => ({ ...located(error, secretive), isMissing: error.keyword === 'required' }))
    .map((problem) => ({ ...problem, line: yaml.lineOf(problem.path) }))
    .toSorted((a, b) => Number(a.isMissing) - Number(b.isMissing) || a.line - b.line);
  return yaml.errorAt(first?.path ?? [], first?.problem ?? 'has another shape');
}

/** The path of an error and its message. */
function located(
  error: ErrorObject,
  secretive: readonly string[],
): { readonly path: YamlPath; readonly problem: string } {
  const path = pathOf(error.instancePath);
  if (error.keyword !== 'additionalProperties') return { path, problem: `${pathInWords(path)} ${problemOf(error)}` };
  const key = String(error.params['additionalProperty']);
  const known = Object.keys(Object(error.parentSchema?.['properties']));
  const isSecretive = secretive.some((record) => record === path[0]);
  return {
    path: [...path, key],
    problem: unknownKey({
      key,
      known,
      secretive: isSecretive,
      place: path.length === 0 ? 'at the top level' : `under ${pathInWords(path)}`,
    }),
  };
}

/**
 * A validation error in our words, to follow the name of the field or, for a key, of the record. Never quotes values,
 * and keys only if they cannot be a misplaced secret.
 */
export function problemOf(error: ErrorObject): string {
  const description = annotation(error, 'description');
  switch (error.keyword) {
    case 'type':
      return error.data === null ? 'is empty' : `must be ${description ?? kindInWords(error.params['type'])}`;
    case 'enum':
      return `names an unknown ${annotation(error, 'title') ?? 'word'}${unknownWord(error.data, vocabularyOf(error))}`;
    case 'format':
      // The formats have messages of their own.
      if (error.params['format'] === 'endpoint') return endpointProblem(String(error.data)) ?? 'is no endpoint';
      return `must be ${description ?? String(error.params['format'])}`;
    case 'required':
      return `lacks "${String(error.params['missingProperty'])}"`;
    default:
      return error.data === '' ? 'is empty' : `must be ${description ?? error.message ?? 'something else'}`;
  }
}

export interface UnknownKey {
  readonly key: string;
  readonly known: readonly string[];
  /** `at the top level`, `under "limits"`. */
  readonly place: string;
  /** Whether the record holds credentials, so that a stray word may be one. */
  readonly secretive: boolean;
}

/** Reports an unknown key and suggests the one that was meant. */
function unknownKey({ key, known, place, secretive }: UnknownKey): string {
  const glued = known.find((candidate) => key.startsWith(`${candidate}:`));
  if (glued !== undefined) return `a space is missing after "${glued}:"`;
  const meant = nearest(key, known);
  if (meant !== null) return `unknown key "${key}" ${place}; did you mean "${meant}"?`;
  const quoted = !secretive && /^[A-Za-z][\w-]{0,30}$/.test(key) ? ` "${key}"` : '';
  return `unknown key${quoted} ${place}; there are ${known.join(', ')}`;
}

/** The path of a JSON pointer. */
export function pathOf(pointer: string): YamlPath {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** `expected[0].clause`; `the top level` for the empty path. */
function pathInWords(path: YamlPath): string {
  if (path.length === 0) return 'the top level';
  const written = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return `"${written.replace(/^\./, '')}"`;
}

function unknownWord(word: unknown, vocabulary: readonly string[]): string {
  const meant = typeof word === 'string' ? nearest(word, vocabulary) : null;
  return meant === null ? `; there are ${vocabulary.join(', ')}` : ` "${String(word)}"; did you mean "${meant}"?`;
}

function kindInWords(type: unknown): string {
  switch (type) {
    case 'object':
      return 'a mapping of keys to values';
    case 'array':
      return 'a list';
    case 'string':
      return 'text; write it in quotes';
    default:
      return String(type);
  }
}

/** A keyword of the schema that failed; ajv's `verbose` option adds the schema to each error. */
function annotation(error: ErrorObject, keyword: 'title' | 'description'): string | null {
  const value: unknown = error.parentSchema?.[keyword];
  return typeof value === 'string' ? value : null;
}

function vocabularyOf(error: ErrorObject): readonly string[] {
  const words: unknown = error.parentSchema?.['enum'];
  return Array.isArray(words) ? words.map(String) : [];
}

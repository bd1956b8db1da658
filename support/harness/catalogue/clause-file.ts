import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { Ajv } from 'ajv';
import type { SubResource } from '../gate/sub-resource.ts';
import { LocatedYaml } from '../target/located-yaml.ts';
import { shapeError } from '../target/schema-problem.ts';
import type { Clause, Trust } from './clause.ts';
import { pathOf, type FeatureFolder } from './feature-folder.ts';
import type { Level } from '../verdict/verdict.ts';

/** What a clause is about. */
export type Judged = 'store' | 'program';

/** One clause file of a family, `features/<family>/*.yaml`: the clauses of one operation or topic. */
export interface ClauseFile {
  /** The name of its folder. */
  readonly family: string;
  /** The letters before the number in every id, e.g. `PBE`. */
  readonly prefix: string;
  /** The operation or topic. */
  readonly operation: string;
  /** The group of the features in reports. */
  readonly epic: string;
  /** What the scenarios judge: the store, or a program that uses it. */
  readonly judges: Judged;
  /** The documentation page, unless a clause names another. */
  readonly url: string | null;
  /** The RAM actions that the scenarios need beyond creating and removing buckets. */
  readonly actions: readonly string[];
  /** The sub-resource that the family is about; one of its files declares it. */
  readonly subResource: SubResource | null;
  readonly clauses: readonly Clause[];
}

interface WrittenClause {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly level: Level;
  readonly trust: Trust;
  readonly source: string;
  readonly url?: string;
  readonly excluded?: string;
}

interface WrittenFile {
  readonly prefix: string;
  readonly operation: string;
  readonly epic: string;
  readonly judges?: Judged;
  readonly url?: string;
  readonly actions: readonly string[];
  readonly subResource?: SubResource;
  readonly clauses: readonly WrittenClause[];
}

const text = { type: 'string', minLength: 1 } as const;
const texts = { type: 'array', minItems: 1, items: text } as const;
const httpsUrl = { type: 'string', pattern: '^https://', description: 'a URL that begins with https://' } as const;
const clauseId = {
  type: 'string',
  pattern: '^[A-Z]{3,4}-[0-9]{2,3}$',
  description: 'the id of a clause, such as PBE-25',
} as const;
const action = {
  type: 'string',
  pattern: '^(oss|kms|sts):[A-Za-z]+[*]?$',
  description: 'a RAM action, such as oss:PutObject',
} as const;
const shape = {
  type: 'object',
  required: ['prefix', 'operation', 'epic', 'actions', 'clauses'],
  additionalProperties: false,
  properties: {
    prefix: { type: 'string', pattern: '^[A-Z]{3,4}$', description: 'three or four capital letters' },
    operation: text,
    epic: text,
    judges: { enum: ['store', 'program'], title: 'thing to judge' },
    url: httpsUrl,
    actions: { type: 'array', items: action },
    subResource: {
      type: 'object',
      required: ['name', 'gate', 'reading', 'names', 'text'],
      additionalProperties: false,
      properties: { name: text, gate: clauseId, reading: clauseId, names: texts, text: texts },
    },
    clauses: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'title', 'says', 'level', 'trust', 'source'],
        additionalProperties: false,
        properties: {
          id: clauseId,
          title: text,
          says: text,
          level: { enum: ['must', 'should', 'observe'], title: 'level' },
          trust: { enum: ['seed', 'doc', 'sdk', 'conflict', 'unspecified', 'derived'], title: 'trust' },
          source: text,
          url: httpsUrl,
          excluded: text,
        },
      },
    },
  },
} as const;

const ajv = new Ajv({ validateSchema: false, meta: false, allErrors: true, verbose: true });
/** Compiled once: it takes longer than reading a clause file does. */
const isWrittenFile = ajv.compile<WrittenFile>(shape);

/** Reads every clause file below a folder, in order of their paths. Throws ConfigurationError, with file and line, for a faulty one. */
export async function readClauseFiles(folder: FeatureFolder): Promise<readonly ClauseFile[]> {
  const names = await readdir(pathOf(folder), { recursive: true });
  const files = names.filter((name) => name.endsWith('.yaml')).toSorted();
  return Promise.all(
    files.map(async (name) =>
      readClauseFile(`${folder.name}/${name.replaceAll(sep, '/')}`, await readFile(join(pathOf(folder), name), 'utf8')),
    ),
  );
}

/** Reads the text of one clause file; `path` is `features/<family>/<file>.yaml`. */
export function readClauseFile(path: string, yaml: string): ClauseFile {
  const located = new LocatedYaml(path, yaml);
  const written = located.toValue();
  if (!isWrittenFile(written)) throw shapeError(located, isWrittenFile.errors ?? []);
  const url = written.url ?? null;
  return {
    family: basename(dirname(path)),
    prefix: written.prefix,
    operation: written.operation,
    epic: written.epic,
    judges: written.judges ?? 'store',
    url,
    actions: written.actions,
    subResource: written.subResource ?? null,
    clauses: written.clauses.map((clause) => ({
      ...clause,
      // An unspecified clause has no page.
      url: clause.url ?? (clause.trust === 'unspecified' ? null : url),
      excluded: clause.excluded ?? null,
    })),
  };
}

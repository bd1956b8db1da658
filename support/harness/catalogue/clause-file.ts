import { readdir, readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Clause, Trust } from './clause.ts';
import type { Level } from '../verdict/verdict.ts';

/** What a clause is about. */
export type Judged = 'store' | 'program';

/** One clause file of a family, `features/<family>/*.yaml`: the clauses of one operation or topic. */
export interface ClauseFile {
  /** The letters before the number of every id, e.g. `PBE`. */
  readonly family: string;
  /** The operation or topic, as people call it. */
  readonly operation: string;
  /** What the family's features belong to in reports. */
  readonly epic: string;
  /** What the family's scenarios judge: the store, or a program that speaks to it. */
  readonly judges: Judged;
  /** The documentation page, unless a clause names another. */
  readonly url: string | null;
  /** The RAM actions that the family's scenarios need beyond making and removing buckets. */
  readonly actions: readonly string[];
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
  readonly family: string;
  readonly operation: string;
  readonly epic?: string;
  readonly judges?: Judged;
  readonly url?: string;
  readonly actions: readonly string[];
  readonly clauses: readonly WrittenClause[];
}

const text = { type: 'string', minLength: 1 } as const;
const shape = {
  type: 'object',
  required: ['family', 'operation', 'actions', 'clauses'],
  additionalProperties: false,
  properties: {
    family: { type: 'string', pattern: '^[A-Z]{3,4}$' },
    operation: text,
    epic: text,
    judges: { enum: ['store', 'program'] },
    url: { type: 'string', pattern: '^https://' },
    actions: { type: 'array', items: { type: 'string', pattern: '^(oss|kms|sts):[A-Za-z]+$' } },
    clauses: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'title', 'says', 'level', 'trust', 'source'],
        additionalProperties: false,
        properties: {
          id: { type: 'string', pattern: '^[A-Z]{3,4}-[0-9]{2}$' },
          title: text,
          says: text,
          level: { enum: ['must', 'should', 'observe'] },
          trust: { enum: ['seed', 'doc', 'sdk', 'conflict', 'unspecified', 'derived'] },
          source: text,
          url: { type: 'string', pattern: '^https://' },
          excluded: text,
        },
      },
    },
  },
} as const;

const ajv = new Ajv();
/** Compiled once: it takes longer than reading a clause file does. */
const isWrittenFile = ajv.compile<WrittenFile>(shape);

const defaultEpic = 'Bucket encryption';

/** Reads every clause file of a folder, by name. Throws an Error naming file and place for one that is not as it should be. */
export async function readClauseFiles(directory: string): Promise<readonly ClauseFile[]> {
  const names = (await readdir(directory, { recursive: true })).filter((name) => name.endsWith('.yaml')).toSorted();
  return Promise.all(names.map(async (name) => readClauseFile(name, await readFile(`${directory}/${name}`, 'utf8'))));
}

/** Reads the text of one clause file; `name` stands in the errors. */
export function readClauseFile(name: string, yaml: string): ClauseFile {
  const written: unknown = parse(yaml);
  if (!isWrittenFile(written)) throw new Error(`features/${name}: ${ajv.errorsText(isWrittenFile.errors)}`);
  const url = written.url ?? null;
  return {
    family: written.family,
    operation: written.operation,
    epic: written.epic ?? defaultEpic,
    judges: written.judges ?? 'store',
    url,
    actions: written.actions,
    clauses: written.clauses.map((clause) => ({
      ...clause,
      // No page says what is unspecified.
      url: clause.url ?? (clause.trust === 'unspecified' ? null : url),
      excluded: clause.excluded ?? null,
    })),
  };
}

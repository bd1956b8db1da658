import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { createInjector } from 'typed-inject';

/** The rooms of the reference store whose code decides what a client sees. */
export const mutatedRooms = [
  'authentication',
  'authorization',
  'bucket-encryption',
  'buckets',
  'errors',
  'http',
  'kms',
  'object-encryption',
  'objects',
  'pipeline',
  'xml',
] as const;

/** A place in a source, counted from 1. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** One change to the source of the store. */
export interface Mutant {
  /** Within one instrumentation. */
  readonly id: string;
  readonly room: string;
  /** Path below `support/reference-store/`. */
  readonly file: string;
  /** Stryker's name for the kind of change, e.g. `ConditionalExpression`. */
  readonly mutator: string;
  readonly start: SourcePosition;
  readonly end: SourcePosition;
  /** The source line on which the change begins, trimmed. */
  readonly at: string;
  readonly original: string;
  readonly replacement: string;
}

export interface MutatedSource {
  readonly file: string;
  readonly source: string;
  /** The source with all mutants in it, each behind a switch. */
  readonly instrumented: string;
}

export interface InstrumentedStore {
  readonly sources: readonly MutatedSource[];
  readonly mutants: readonly Mutant[];
}

const storeFolder = fileURLToPath(new URL('../../reference-store/', import.meta.url));

/** What the store never loads: tests, and what only tests use. */
const testCode = /\.(?:test|proof)\.ts$|\/testing\/|\/captured-requests\/|\/(?:test-signer|signature-vectors)\.ts$/u;

/** Puts every mutant that Stryker knows into the sources of the store at once. */
export async function instrumentStore(): Promise<InstrumentedStore> {
  const files = globSync(`{${mutatedRooms.join(',')}}/**/*.ts`, { cwd: storeFolder })
    .filter((file) => !testCode.test(`/${file}`))
    .toSorted();
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, `file://${storeFolder}`), 'utf8')));
  const sources = new Map(files.map((file, at) => [file, texts[at] ?? '']));
  const instrumenter = createInjector().provideValue('logger', silentLogger).injectFunction(createInstrumenter);
  const { files: instrumented, mutants } = await instrumenter.instrument(
    [...sources].map(([name, content]) => ({ name, content, mutate: true })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  return {
    sources: instrumented.map(({ name, content }) => ({
      file: name,
      source: sources.get(name) ?? '',
      instrumented: severalActive(content),
    })),
    mutants: mutants.map(({ id, fileName, mutatorName, replacement, location }) => {
      const source = sources.get(fileName) ?? '';
      const start = fromOne(location.start);
      const end = fromOne(location.end);
      return {
        id,
        room: fileName.slice(0, fileName.indexOf('/')),
        file: fileName,
        mutator: mutatorName,
        start,
        end,
        at: (source.split('\n')[start.line - 1] ?? '').trim(),
        original: textBetween(source, start, end),
        replacement,
      };
    }),
  };
}

/** Stryker's code asks whether a mutant is the active one; survivors are tried together (mutant-trials.ts). */
function severalActive(code: string): string {
  if (!code.includes('function stryMutAct_')) return code;
  const asked = 'ns.activeMutant === id';
  if (!code.includes(asked)) throw new Error("the instrumenter's code does not ask for the active mutant as expected");
  return code.replace(asked, 'ns.activeMutants !== undefined && ns.activeMutants.has(id)');
}

/** Stryker counts lines and columns from 0. */
function fromOne({ line, column }: SourcePosition): SourcePosition {
  return { line: line + 1, column: column + 1 };
}

function textBetween(source: string, start: SourcePosition, end: SourcePosition): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.at(-1)?.slice(0, end.column - 1) ?? '';
  return [...lines.slice(0, -1), last].join('\n').slice(start.column - 1);
}

const silent = (): void => undefined;
const never = (): boolean => false;

/** The instrumenter insists on a logger. */
const silentLogger = {
  isTraceEnabled: never,
  isDebugEnabled: never,
  isInfoEnabled: never,
  isWarnEnabled: never,
  isErrorEnabled: never,
  isFatalEnabled: never,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
};

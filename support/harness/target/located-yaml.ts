import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type ErrorCode } from 'yaml';
import { ConfigurationError } from './configuration-error.ts';

/** Keys and list positions from the top of a document. */
export type YamlPath = readonly (string | number)[];

/** A YAML document that knows the line of every value. */
export class LocatedYaml {
  readonly #file: string;
  readonly #document: Document;
  readonly #lines: LineCounter;

  /**
   * `file` is its name in errors. Throws ConfigurationError for a syntax error, a duplicate key, an alias or a tag. No
   * error quotes the document, because it contains secrets.
   */
  constructor(file: string, text: string) {
    this.#file = file;
    this.#lines = new LineCounter();
    this.#document = parseDocument(text, {
      lineCounter: this.#lines,
      prettyErrors: false, // the pretty ones quote the line
      schema: 'core',
      stringKeys: true,
    });
    this.#refuseWhatDoesNotParse(text);
    this.#refuseAliases();
  }

  /** Replaces text values. Keys stay unchanged. */
  replaceTexts(replace: (text: string, fail: (problem: string) => never) => string): void {
    visit(this.#document, {
      Scalar: (key, node) => {
        if (key === 'key' || typeof node.value !== 'string') return;
        node.value = replace(node.value, (problem) => this.#fail(this.#lineAt(node.range?.[0]), problem));
      },
    });
  }

  /** `null` for an empty document. */
  toValue(): unknown {
    return this.#document.toJS();
  }

  /** The error for the value at a path, with the line of its key. */
  errorAt(path: YamlPath, problem: string): ConfigurationError {
    return new ConfigurationError(`${this.#file}:${this.lineOf(path)}: ${problem}`);
  }

  /** The line of the key or list item at a path, or of the nearest thing above it that is there. Counts from 1. */
  lineOf(path: YamlPath): number {
    let offset: number | undefined;
    let node: unknown = this.#document.contents;
    for (const step of path) {
      const found = isMap(node)
        ? node.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === step)
        : isSeq(node) && typeof step === 'number'
          ? node.items[step]
          : undefined;
      if (found === undefined) break;
      const start = isPair(found) ? found.key : found;
      node = isPair(found) ? found.value : found;
      offset = startOf(start) ?? offset;
    }
    return this.#lineAt(offset);
  }

  #refuseWhatDoesNotParse(text: string): void {
    const error = [...this.#document.errors, ...this.#document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0])[0];
    if (error === undefined) return;
    const line = this.#lineAt(error.pos[0]);
    const unquoted = /[:,{[]\s*\$\{/.test(text.split('\n')[line - 1] ?? '');
    this.#fail(line, unquoted ? 'a ${VARIABLE} inside { } or [ ] must be in quotes' : syntaxProblem(error.code));
  }

  /** An alias can make a small file large, and a target file needs none. */
  #refuseAliases(): void {
    visit(this.#document, {
      Alias: (_, node) => this.#fail(this.#lineAt(node.range?.[0]), 'YAML aliases (*name) are not allowed here'),
    });
  }

  #lineAt(offset: number | undefined): number {
    return offset === undefined ? 1 : Math.max(1, this.#lines.linePos(offset).line);
  }

  #fail(line: number, problem: string): never {
    throw new ConfigurationError(`${this.#file}:${line}: ${problem}`);
  }
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
}

/** In our own words, because the library quotes the text with the problem. */
function syntaxProblem(code: ErrorCode): string {
  return knownProblems[code] ?? `is not valid YAML (${code.toLowerCase().replaceAll('_', ' ')})`;
}

const knownProblems: Partial<Record<ErrorCode, string>> = {
  BAD_DQ_ESCAPE: 'there is no such escape sequence in double quotes; use single quotes',
  BAD_SCALAR_START: 'a value that begins with this character must be in quotes',
  DUPLICATE_KEY: 'the same key is here a second time',
  MULTIPLE_DOCS: 'a second YAML document begins here; leave only one',
  NON_STRING_KEY: 'a key must be text',
  RESOURCE_EXHAUSTION: 'is nested too deeply',
  TAB_AS_INDENT: 'YAML is indented with spaces, not tabs',
  TAG_RESOLVE_FAILED: 'YAML tags (!name) are not allowed here',
};

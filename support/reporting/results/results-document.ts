import type { Results } from './results.ts';

/** A results document and the file it was read from. */
export interface Document {
  readonly path: string;
  readonly results: Results;
}

/** The targets' names, with the file if the name alone does not distinguish two documents. */
export function labelsOf(documents: readonly Document[]): string[] {
  return documents.map(({ path, results: { target } }) => {
    const namesakes = documents.filter(({ results }) => results.target.name === target.name);
    return namesakes.length > 1 ? `${target.name} (${path})` : target.name;
  });
}

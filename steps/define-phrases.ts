import { defineParameterType } from '@cucumber/cucumber';
import { phraseReader, words, type Phrases } from '../support/harness/phrases/phrases.ts';

/** Defines a parameter type that accepts exactly these phrases. */
export function definePhrases<Meaning>(name: string, phrases: Phrases<Meaning>): void {
  const { regexp, read } = phraseReader(name, phrases);
  defineParameterType({ name, regexp, transformer: read });
}

/** Defines a parameter type that accepts exactly these words, each with its meaning. */
export function defineWords<Meaning>(name: string, meanings: Readonly<Record<string, Meaning>>): void {
  definePhrases(name, words(meanings));
}

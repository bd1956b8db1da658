import { readErrorDocument } from '../../client/error-document.ts';
import type { Answer } from '../../client/exchange.ts';
import type { XmlElement } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';

/** A sub-resource of buckets that a family of clauses is about, as the family's clause file declares it. */
export interface SubResource {
  /** As a query parameter: `cors`. */
  readonly name: string;
  /** The clause that a store breaks by ignoring the sub-resource. */
  readonly gate: string;
  /** The clause that a store breaks by refusing, or not answering, a GET of the sub-resource. */
  readonly reading: string;
  /** An answer of the sub-resource has one of these words in the name of an element, or in the Code of an error. */
  readonly names: readonly string[];
  /** Below 500, an answer in any other format has one of these words in its text. */
  readonly text: readonly string[];
}

/** Whether a store that knows the sub-resource could have given this answer, however wrong it is otherwise. */
export function isAnswerOf({ names, text }: SubResource, answer: Answer): boolean {
  return namesIn(answer).some((name) => holdsOne(name, names)) || isToldIn(answer, text);
}

function namesIn(answer: Answer): readonly string[] {
  const error = readErrorDocument(answer);
  if ('error' in error) return [error.error.code];
  const xml = readXml(answer.body);
  if ('fault' in xml) return [];
  return answer.status < 300 ? elementNames(xml.root) : [xml.root.name];
}

function elementNames(element: XmlElement): readonly string[] {
  return [element.name, ...element.children.flatMap(elementNames)];
}

function isToldIn({ status, body }: Answer, words: readonly string[]): boolean {
  return status < 500 && holdsOne(new TextDecoder().decode(body), words);
}

function holdsOne(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}

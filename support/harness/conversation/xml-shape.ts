import { childrenOf, type XmlElement } from '../../client/xml/element.ts';

/** How elements of one name are compared: `among others`, there may be more of them than wanted. */
export type Siblings = 'in any order' | 'in this order' | 'among others';

/**
 * Where an element differs from a wanted shape, in words; `null` if it does not. Every wanted element must be present
 * as often as it is wanted, with its text, and no text between elements. Spaces between elements, further elements and the
 * order of names do not matter; `siblings` says what matters of elements of the same name.
 */
export function departure(
  actual: XmlElement,
  wanted: XmlElement,
  siblings: Siblings = 'in any order',
  path = '',
): string | null {
  const here = `${path}/${wanted.name}`;
  if (actual.name !== wanted.name) return `${path}/${actual.name} instead of ${here}`;
  if (wanted.children.length === 0 && !hasText(actual.text, wanted.text))
    return `${quoted(actual.text, wanted.text)} in ${here} instead of ${JSON.stringify(wanted.text)}`;
  if (wanted.children.length > 0 && actual.text.trim() !== '') return `text between the elements of ${here}`;
  for (const name of new Set(wanted.children.map((child) => child.name))) {
    const present = childrenOf(actual, name);
    const shape = childrenOf(wanted, name);
    if (present.length === 0 && shape.every(({ text }) => text === noElement)) continue;
    const difference = departureOfChildren(present, shape, siblings, here);
    if (difference !== null) return difference;
  }
  return null;
}

const textForms: Readonly<Record<string, RegExp>> = {
  '(any)': /./su,
  '(the OSS name of a region)': /^oss-[a-z0-9-]+$/u,
  '(a time)': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u,
  '(an ETag in double quotes)': /^"[^"]+"$/u,
  '(none or 0)': /^0?$/u,
};

/** The element itself may be missing, or be empty. */
const noElement = '(none or 0)';

/** Whether a text is the wanted one, or has the form that words in brackets describe. */
function hasText(actual: string, wanted: string): boolean {
  return textForms[wanted]?.test(actual) ?? actual === wanted;
}

/** A time differs from run to run, so its form is shown: `0000-00-00T00:00:00Z`. */
function quoted(actual: string, wanted: string): string {
  if (wanted !== '(a time)') return JSON.stringify(actual);
  const isHttpDate = /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/u.test(actual);
  return isHttpDate ? 'an HTTP date' : JSON.stringify(actual.replaceAll(/\d/gu, '0'));
}

/** The same for the children of one name. */
function departureOfChildren(
  actual: readonly XmlElement[],
  wanted: readonly XmlElement[],
  siblings: Siblings,
  path: string,
): string | null {
  const name = wanted[0]?.name ?? '';
  if (actual.length < wanted.length)
    return `${wanted.length === 1 ? 'no' : `not all ${wanted.length}`} ${name} below ${path}`;
  if (actual.length > wanted.length && siblings !== 'among others')
    return `more than ${wanted.length === 1 ? 'one' : wanted.length} ${name} below ${path}`;
  const left = [...actual];
  for (const one of wanted) {
    const at = siblings === 'in this order' ? 0 : counterpartAt(left, one, siblings, path);
    const [candidate] = left.splice(at, 1);
    const difference = candidate === undefined ? null : departure(candidate, one, siblings, path);
    if (difference !== null) return difference;
  }
  return null;
}

/**
 * Where the element is that fits. Among others, where none does, it is the one that begins as wanted, so that the words are
 * about its other children.
 */
function counterpartAt(
  candidates: readonly XmlElement[],
  wanted: XmlElement,
  siblings: Siblings,
  path: string,
): number {
  const indexOf = (shape: XmlElement): number =>
    candidates.findIndex((candidate) => departure(candidate, shape, siblings, path) === null);
  const at = indexOf(wanted);
  if (at < 0 && siblings === 'among others')
    return Math.max(indexOf({ ...wanted, children: wanted.children.slice(0, 1) }), 0);
  return Math.max(at, 0);
}

/** The first namespace of an element or of one below it; `null` if there is none. */
export function namespaceIn(element: XmlElement): string | null {
  if (element.namespace !== '') return element.namespace;
  for (const child of element.children) {
    const below = namespaceIn(child);
    if (below !== null) return below;
  }
  return null;
}

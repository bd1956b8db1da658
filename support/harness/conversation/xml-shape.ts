import { childrenOf, type XmlElement } from '../../client/xml/element.ts';

/**
 * Where an element departs from a wanted shape, in words; `null` if it does not. Every wanted element must occur
 * exactly once in its place, with its text; order, white space between elements and further elements are free.
 */
export function departure(actual: XmlElement, wanted: XmlElement, path = ''): string | null {
  const here = `${path}/${wanted.name}`;
  if (actual.name !== wanted.name) return `${path}/${actual.name} instead of ${here}`;
  if (wanted.children.length === 0 && actual.text !== wanted.text)
    return `${JSON.stringify(actual.text)} in ${here} instead of ${JSON.stringify(wanted.text)}`;
  for (const child of wanted.children) {
    const [found, second] = childrenOf(actual, child.name);
    if (found === undefined) return `no ${child.name} below ${here}`;
    if (second !== undefined) return `more than one ${child.name} below ${here}`;
    const deeper = departure(found, child, here);
    if (deeper !== null) return deeper;
  }
  return null;
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

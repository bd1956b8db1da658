/** Names are local names; elements are matched without their namespace (ENV-05). */
export interface XmlElement {
  readonly name: string;
  /** '' if there is none. */
  readonly prefix: string;
  /** The namespace's URI; '' if there is none. */
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  /** The element's own character data, without its children's: decoded, untrimmed, never a number. '' when empty. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** `xmlns` declarations are attributes like any other. */
export interface XmlAttribute {
  readonly name: string;
  readonly prefix: string;
  readonly namespace: string;
  readonly value: string;
}

/** The children of that local name, in document order. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The first child of that local name; `undefined` where there is none. */
function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** The element at a path of local names from here; always the first child of each name. */
export function elementAt(element: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  let current: XmlElement | undefined = element;
  for (const name of path) current = current === undefined ? undefined : childOf(current, name);
  return current;
}

/** Its text: '' for an empty element, `undefined` for an absent one. */
export function textAt(element: XmlElement, ...path: readonly string[]): string | undefined {
  return elementAt(element, ...path)?.text;
}

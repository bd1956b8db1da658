/** An XML element, read or to be written. One with children has no text of its own. */
export interface XmlElement {
  /** Local name. */
  readonly name: string;
  /** Namespace URI; empty for none. */
  readonly namespace: string;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

export function element(name: string, content: string | readonly XmlElement[]): XmlElement {
  return typeof content === 'string'
    ? { name, namespace: '', children: [], text: content }
    : { name, namespace: '', children: content, text: '' };
}

export function childrenNamed(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.filter((child) => child.name === name);
}

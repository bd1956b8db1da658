import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { XmlAttribute, XmlElement } from './element.ts';

/** An element's opening tag: everything but its content. */
export type OpenedElement = Pick<XmlElement, 'name' | 'prefix' | 'namespace' | 'attributes'>;

/** Elements inside elements, the root included. */
const maxDepth = 64;

/**
 * Proves that a text is a well-formed XML 1.0 document with namespaces, and reports its elements in the order in
 * which they open. Throws an Error that says why it is not one; its message may quote the document.
 */
export function proveWellFormed(text: string): OpenedElement[] {
  const opened: OpenedElement[] = [];
  let depth = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('xmldecl', ({ version, encoding }) => {
    if (version !== '1.0') throw new Error(`XML version ${version ?? 'absent'}, only 1.0 is read`);
    if (encoding !== undefined && !/^(?:utf-8|us-ascii)$/i.test(encoding))
      throw new Error(`declared encoding ${encoding}, only UTF-8 is read`);
  });
  // No documented answer has one, and its entities could make a small document huge.
  parser.on('doctype', () => {
    throw new Error('a DOCTYPE is not accepted');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > maxDepth) throw new Error(`more than ${maxDepth} elements inside each other`);
    opened.push(openedElement(tag));
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.write(text).close();
  return opened;
}

function openedElement({ local, prefix, uri, attributes }: SaxesTagNS): OpenedElement {
  return {
    name: local,
    prefix,
    namespace: uri,
    attributes: Object.values(attributes).map((attribute): XmlAttribute => ({
      name: attribute.local,
      prefix: attribute.prefix,
      namespace: attribute.uri,
      value: attribute.value,
    })),
  };
}

import type { XmlElement } from './element.ts';

/** The document for the caller. WIRE-02: nothing precedes the declaration, and there is no namespace. */
export function writeXmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root)}`;
}

function writeElement(element: XmlElement): string {
  const content = element.children.length > 0 ? element.children.map(writeElement).join('') : escapeText(element.text);
  return `<${element.name}>${content}</${element.name}>`;
}

// XML 1.0 cannot hold these, not even as character references.
// oxlint-disable-next-line no-control-regex
const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(unwritable, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

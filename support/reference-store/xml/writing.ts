import type { XmlElement } from './element.ts';

/** The document for the caller. WIRE-02: nothing precedes the declaration, and there is no namespace. */
export function writeXmlDocument(root: XmlElement): string {
  return documentOf(root, (text) => escapeText(text.replaceAll(unwritable, '\ufffd')));
}

/**
 * Names as they are. One with a control character makes the document ill-formed, as live tests have listings without
 * `encoding-type` (Python SDK V1 test_list_with_encoding_type_None, Java SDK ListObjectsTest, ali-oss).
 */
export function writeListing(root: XmlElement): string {
  return documentOf(root, escapeText);
}

function documentOf(root: XmlElement, write: (text: string) => string): string {
  const elementOf = ({ name, children, text }: XmlElement): string =>
    `<${name}>${children.length > 0 ? children.map(elementOf).join('') : write(text)}</${name}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementOf(root)}`;
}

// XML 1.0 cannot hold these, not even as character references.
// oxlint-disable-next-line no-control-regex
const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

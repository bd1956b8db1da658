import { SaxesParser } from 'saxes';
import { Refusal } from '../errors/refusal.ts';
import type { XmlElement } from './element.ts';

/** Deeper than any OSS configuration, shallow enough that no document can exhaust the stack. */
const maximumDepth = 16;

/** A document that is not acceptable XML: not well-formed, not UTF-8, too deep, or with a DOCTYPE. */
export class XmlFault extends Error {}

interface OpenElement {
  readonly name: string;
  readonly namespace: string;
  readonly children: XmlElement[];
  text: string;
}

/**
 * Reads a whole document. The caller bounds its size.
 * A DOCTYPE is refused: no OSS document has one, and XML attacks use entities.
 *
 * @throws XmlFault
 */
export function readXmlDocument(bytes: Uint8Array): XmlElement {
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', (error) => {
    throw new XmlFault(error.message);
  });
  parser.on('doctype', () => {
    throw new XmlFault('a DOCTYPE is not accepted');
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && encoding.toUpperCase() !== 'UTF-8')
      throw new XmlFault(`the declared encoding ${encoding} is not UTF-8`);
  });
  parser.on('opentag', ({ local, uri }) => {
    if (open.length === maximumDepth) throw new XmlFault(`elements are nested deeper than ${maximumDepth}`);
    open.push({ name: local, namespace: uri, children: [], text: '' });
  });
  const addText = (text: string): void => {
    const current = open.at(-1);
    if (current) current.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (!closed) return;
    const parent = open.at(-1);
    if (parent) parent.children.push(closed);
    else root = closed;
  });
  parser.write(decodeUtf8(bytes)).close();
  if (root === null) throw new XmlFault('the document has no root element');
  return root;
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new XmlFault('the document is not UTF-8');
  }
}

/** The document of a request; a refusal where it is not acceptable XML. An empty body is no document (PBE-37). */
export function readRequestDocument(bytes: Uint8Array): XmlElement | Refusal {
  try {
    return readXmlDocument(bytes);
  } catch (error) {
    if (error instanceof XmlFault) return malformedXml();
    throw error;
  }
}

/** PBE-36. No source says which API uses which of the two XML codes; this one fits ill-formed and invalid documents. */
export function malformedXml(): Refusal {
  return new Refusal({
    status: 400,
    code: 'MalformedXML',
    message: 'The XML you provided was not well-formed or did not validate against our published schema.',
    ec: '0031-00000001',
  });
}

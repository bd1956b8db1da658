import { SaxesParser } from 'saxes';
import { Refusal } from '../errors/refusal.ts';
import type { XmlElement } from './element.ts';

/** Deeper than any OSS configuration, shallow enough that no document can exhaust the stack. */
const maximumDepth = 16;

/** A document that is not acceptable XML: not well-formed, not UTF-8, too deep, or with a DOCTYPE. */
export class XmlFault extends Error {}

interface XmlReading {
  /** Accepts U+0001 to U+001F, which XML 1.0 forbids, literally or as references. */
  readonly allowsControlCharacters?: boolean;
}

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
export function readXmlDocument(bytes: Uint8Array, { allowsControlCharacters = false }: XmlReading = {}): XmlElement {
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', (error) => {
    if (allowsControlCharacters && error.message.endsWith('disallowed character.')) return;
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
  const text = decodeUtf8(bytes);
  parser.write(allowsControlCharacters ? resolveControlReferences(text) : text).close();
  if (root === null) throw new XmlFault('the document has no root element');
  return root;
}

/** `&#x0C;` as the character itself, which the parser reports and keeps; it would not resolve the reference. */
function resolveControlReferences(text: string): string {
  return text.replaceAll(/&#(?:x0*([0-9a-f]{1,2})|0*(\d{1,2}));/gi, (reference, hexadecimal, decimal) => {
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    const isForbidden = code > 0 && code < 0x20 && ![0x09, 0x0a, 0x0d].includes(code);
    return isForbidden ? String.fromCharCode(code) : reference;
  });
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new XmlFault('the document is not UTF-8');
  }
}

/** The document of a request; a refusal where it is not acceptable XML. An empty body is no document (PBE-37). */
export function readRequestDocument(bytes: Uint8Array, options: XmlReading = {}): XmlElement | Refusal {
  try {
    return readXmlDocument(bytes, options);
  } catch (error) {
    if (error instanceof XmlFault) return malformedXml();
    throw error;
  }
}

/**
 * PBE-36. No source says which API uses which of the two XML codes; this one fits both ill-formed and invalid
 * documents.
 */
export function malformedXml(): Refusal {
  return new Refusal({
    status: 400,
    code: 'MalformedXML',
    message: 'The XML you provided was not well-formed or did not validate against our published schema.',
    ec: '0031-00000001',
  });
}

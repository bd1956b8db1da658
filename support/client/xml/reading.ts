import { EntityDecoder } from '@nodable/entities';
import { XMLParser } from 'fast-xml-parser';
import type { XmlElement } from './element.ts';
import { proveWellFormed, type OpenedElement } from './well-formedness.ts';

export type XmlReading = { readonly root: XmlElement } | { readonly fault: XmlFault };

export interface XmlFault {
  /** One line, without control characters. */
  readonly reason: string;
  /** The first bytes, safe to print. */
  readonly excerpt: string;
}

/** Far above any answer of the judged operations. */
const maxBytes = 1024 * 1024;

/**
 * Reads an XML document strictly and never throws: anything but a well-formed UTF-8 document without a DOCTYPE, of at
 * most 1 MiB and 64 levels, is a fault of its sender.
 */
export function readXml(bytes: Uint8Array): XmlReading {
  const known = readings.get(bytes);
  if (known !== undefined) return known;
  const reading = readAnew(bytes);
  readings.set(bytes, reading);
  return reading;
}

/** Several checks read the same answer. A received body does not change. */
const readings = new WeakMap<Uint8Array, XmlReading>();

function readAnew(bytes: Uint8Array): XmlReading {
  try {
    return { root: parse(bytes) };
  } catch (error) {
    return { fault: { reason: oneLine(error), excerpt: excerptOf(bytes) } };
  }
}

function parse(bytes: Uint8Array): XmlElement {
  if (bytes.length === 0) throw new Error('there are no bytes');
  if (bytes.length > maxBytes) throw new Error(`more than ${maxBytes} bytes`);
  const text = decode(bytes);
  const opened = proveWellFormed(text);
  return withContent(buildTree(text), opened);
}

/** Removes one byte order mark. */
function decode(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('the bytes are not UTF-8');
  }
  if (text.startsWith('\uFEFF')) throw new Error('a second byte order mark precedes the document');
  return text;
}

/** fast-xml-parser's ordered form: a text is `{"#text": "…"}`, an element `{"=name": [content]}`. */
type OrderedNode = { readonly '#text': string } | { readonly [marked: `=${string}`]: readonly OrderedNode[] };

/** No XML name begins with it. fast-xml-parser refuses bare names of object members, such as `constructor`. */
const mark = '=';

function buildTree(text: string): readonly OrderedNode[] {
  const parser = new XMLParser({
    preserveOrder: true,
    // saxes reads them: fast-xml-parser leaves out the normalisation of line feeds in their values.
    ignoreAttributes: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    parseTagValue: false,
    trimValues: false,
    // Called twice for a self-closing tag.
    transformTagName: (name) => (name.startsWith(mark) ? name : mark + name),
    // Needed to decode character references, which are known to be well-formed here.
    entityDecoder: new EntityDecoder({ ncr: { onNCR: 'allow', nullNCR: 'throw' } }),
  });
  // preserveOrder determines the shape, which the typings leave open.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return parser.parse(text) as readonly OrderedNode[];
}

/**
 * Joins the two readings, element by element in document order. They come from different parsers; if they disagree,
 * neither counts.
 */
function withContent(nodes: readonly OrderedNode[], opened: readonly OpenedElement[]): XmlElement {
  let next = 0;

  function contentOf(content: readonly OrderedNode[]): Pick<XmlElement, 'text' | 'children'> {
    let text = '';
    const children: XmlElement[] = [];
    for (const node of content)
      if ('#text' in node) text += node['#text'];
      else for (const [marked, inner] of Object.entries(node)) children.push(element(marked.slice(mark.length), inner));
    return { text, children };
  }

  function element(qualifiedName: string, inner: readonly OrderedNode[]): XmlElement {
    const head = opened[next];
    next += 1;
    if (head === undefined || qualifiedName !== qualified(head)) throw disagreement();
    return { ...head, ...contentOf(inner) };
  }

  const { children } = contentOf(nodes);
  const [root] = children;
  if (root === undefined || children.length !== 1 || next !== opened.length) throw disagreement();
  return root;
}

function qualified({ prefix, name }: OpenedElement): string {
  return prefix === '' ? name : `${prefix}:${name}`;
}

function disagreement(): Error {
  return new Error('two parsers read different documents');
}

/** Parsers quote names from the document, so the text is cut and made safe for a terminal. */
function oneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : 'unreadable';
  // saxes writes the place as `1:9: `.
  const placed = message.replace(/^(\d+):(\d+): /, 'line $1, column $2: ');
  const shown = placed.slice(0, 200).replaceAll(/[^\x20-\x7e]+/g, '?');
  return placed.length > 200 ? `${shown}…` : shown;
}

const shownBytes = 80;

/** The first bytes as one line of printable ASCII: everything else becomes `\xNN`, and a cut shows as `…`. */
function excerptOf(bytes: Uint8Array): string {
  const shown = [...bytes.subarray(0, shownBytes)].map(printable).join('');
  return bytes.length > shownBytes ? `${shown}…` : shown;
}

function printable(byte: number): string {
  if (byte === 0x5c) return '\\\\';
  if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte);
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}

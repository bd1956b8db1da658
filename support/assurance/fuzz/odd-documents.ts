import { array, constantFrom, letrec, oneof, string, tuple, uint8Array, type Arbitrary } from 'fast-check';
import { element, type XmlElement } from '../../reference-store/xml/element.ts';
import { writeXmlDocument } from '../../reference-store/xml/writing.ts';
import { mutated } from './mutation.ts';

const names = constantFrom('Error', 'Code', 'ServerSideEncryptionRule', 'SSEAlgorithm', 'a', '_', '中');

/** Text that XML can hold, written so that it reads back as it was: no controls, line feeds alone. */
const text = string({ unit: 'binary', maxLength: 12 }).map((given) =>
  given.toWellFormed().replaceAll(/[\p{Cc}\ufffe\uffff]/gu, ' '),
);

/** Elements with elements or with text; OSS mixes none. */
export const trees: Arbitrary<XmlElement> = letrec<{ tree: XmlElement }>((tie) => ({
  tree: oneof(
    { depthSize: 'small', maxDepth: 6 },
    tuple(names, text).map(([name, content]) => element(name, content)),
    tuple(names, array(tie('tree'), { minLength: 1, maxLength: 4 })).map(([name, children]) => element(name, children)),
  ),
})).tree;

const pieces = constantFrom(
  '<',
  '>',
  '/>',
  '</',
  '<a',
  '<a>',
  '</a>',
  '<b:c',
  ' xmlns="u"',
  ' xmlns:b="u"',
  ' d="e"',
  " d='e'",
  '=',
  '"',
  '&',
  '&amp;',
  '&#65;',
  '&#x41;',
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  '&nope;',
  ';',
  '#',
  '<?xml version="1.0"?>',
  '<?xml version="1.1"?>',
  '<?xml version="1.0" encoding="UTF-16"?>',
  '<?pi ?>',
  '<!--',
  '-->',
  '--',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE a>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '__proto__',
  '<constructor>',
  '\u{feff}',
  '\0',
  '\r\n',
  '\r',
  '\t',
  ' ',
  'text',
  '中',
  '😀',
  '\ud800',
  '%',
  '#text',
  '=name',
);

/** What may arrive in place of a document: bytes, pieces of XML in any order, broken documents. */
export const oddDocuments: Arbitrary<Uint8Array> = oneof(
  uint8Array({ maxLength: 64 }),
  string({ unit: pieces, maxLength: 20 }).map((document) => Buffer.from(document)),
  mutated(trees.map(writeXmlDocument), pieces).map((document) => Buffer.from(document)),
);

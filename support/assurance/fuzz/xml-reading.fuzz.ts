import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { constantFrom, record } from 'fast-check';
import { readErrorDocument } from '../../client/error-document.ts';
import type { XmlElement as ReadElement } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';
import type { XmlElement } from '../../reference-store/xml/element.ts';
import { XmlFault, readXmlDocument } from '../../reference-store/xml/reading.ts';
import { writeXmlDocument } from '../../reference-store/xml/writing.ts';
import { property } from './property.ts';
import { oddDocuments, trees } from './odd-documents.ts';

type Shape = readonly [name: string, content: string | readonly Shape[]];

function shapeOf({ name, text, children }: XmlElement | ReadElement): Shape {
  return [name, children.length === 0 ? text : children.map(shapeOf)];
}

function storeReads(bytes: Uint8Array): XmlElement | null {
  try {
    return readXmlDocument(bytes);
  } catch (error) {
    // Anything else is a fault of the store, and the property is broken.
    if (error instanceof XmlFault) return null;
    throw error;
  }
}

describe('reading XML, in the client and in the store', () => {
  property('gives back what was written', trees, (tree) => {
    const bytes = Buffer.from(writeXmlDocument(tree));
    const reading = readXml(bytes);
    assert.ok('root' in reading, JSON.stringify(reading));
    assert.deepEqual(shapeOf(reading.root), shapeOf(tree));
    assert.deepEqual(shapeOf(readXmlDocument(bytes)), shapeOf(tree));
  });

  property('ends in a document or in one printable line, whatever the bytes are', oddDocuments, (bytes) => {
    const reading = readXml(bytes);
    if ('root' in reading) return;
    assert.match(reading.fault.reason, /^[\x20-\x7e]{1,200}…?$/);
    assert.match(reading.fault.excerpt, /^[\x20-\x7e]{0,320}…?$/);
  });

  property('comes to the same element for element where both accept the bytes', oddDocuments, (bytes) => {
    const reading = readXml(bytes);
    const root = storeReads(bytes);
    if (root === null || 'fault' in reading) return;
    const namesIn = ({ name, children }: XmlElement | ReadElement): unknown => [name, children.map(namesIn)];
    assert.deepEqual(namesIn(reading.root), namesIn(root));
  });

  property('never loses its composure over an error document', oddDocuments, (body) => {
    readErrorDocument({ status: 400, headers: [], body });
    readErrorDocument({
      status: 400,
      headers: [['x-oss-err', Buffer.from(body).toString('base64')]],
      body: new Uint8Array(),
    });
  });

  property(
    'is bounded: what grows without end is refused, or read in a time that grows no faster',
    record({
      start: oddDocuments,
      grown: constantFrom('<a>', '<a/>', '&#65;', ' b="c"', '<![CDATA[]]>', '<!---->', 'x', '&', '<?p?>'),
    }),
    ({ start, grown }) => {
      const began = performance.now();
      const bytes = Buffer.concat([start, Buffer.from(grown.repeat(2_000))]);
      readXml(bytes);
      storeReads(bytes);
      // Reading takes milliseconds; anything slower than linear would take minutes.
      assert.ok(performance.now() - began < 10_000);
    },
  );
});

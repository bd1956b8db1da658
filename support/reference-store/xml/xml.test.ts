import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { element } from './element.ts';
import { XmlFault, readXmlDocument } from './reading.ts';
import { writeXmlDocument } from './writing.ts';

describe('reading XML', () => {
  for (const [what, document] of [
    ['nothing', ''],
    ['spaces', '  \n'],
    ['text', 'abc'],
    ['an unclosed element', '<a>'],
    ['crossed elements', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['text after the root', '<a/>b'],
    ['something before the declaration', ' <?xml version="1.0"?><a/>'],
    ['an unbound prefix', '<x:a/>'],
    ['a duplicate attribute', '<a b="1" b="2"/>'],
    ['an undefined entity', '<a>&nbsp;</a>'],
    ['a reference to a control character', '<a>&#0;</a>'],
    ['a control character', '<a>\u0001</a>'],
    ['a bare ampersand', '<a>b & c</a>'],
    ['a CDATA end in text', '<a>]]></a>'],
    ['a double hyphen in a comment', '<a><!-- -- --></a>'],
    ['a DOCTYPE', '<!DOCTYPE a><a/>'],
    ['an internal entity', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['an external entity', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
    ['a declared UTF-16', '<?xml version="1.0" encoding="UTF-16"?><a/>'],
    ['17 levels', '<a>'.repeat(17) + '</a>'.repeat(17)],
    ['a hundred thousand levels', '<a>'.repeat(100_000)],
  ] as const)
    it(`refuses ${what}`, () => assert.throws(() => readXmlDocument(Buffer.from(document)), XmlFault));

  it('refuses what is not UTF-8', () => {
    for (const bytes of [Buffer.from('<a>é</a>', 'latin1'), Buffer.from('<a/>', 'utf16le')])
      assert.throws(() => readXmlDocument(bytes), XmlFault);
  });

  it('gives elements, text and namespaces', () => {
    const root = readXmlDocument(
      Buffer.from('\ufeff<?xml version="1.0"?><a xmlns="n">\n<b> 0012 <![CDATA[<&]]>&#65;&lt;</b><c/></a>'),
    );
    const b = { name: 'b', namespace: 'n', children: [], text: ' 0012 <&A<' };
    assert.deepEqual(root, { name: 'a', namespace: 'n', children: [b, { ...b, name: 'c', text: '' }], text: '\n' });
  });

  it('reads 16 levels', () => {
    assert.equal(readXmlDocument(Buffer.from('<a>'.repeat(16) + '</a>'.repeat(16))).name, 'a');
  });
});

describe('writing XML', () => {
  const hostile = `<&>"' ]]> \r\n\t 桶 \u{1f512}`;

  it('starts with the declaration and can be read back', () => {
    const document = writeXmlDocument(element('a', [element('b', hostile), element('c', [])]));
    assert.ok(document.startsWith('<?xml version="1.0" encoding="UTF-8"?>'));
    assert.deepEqual(readXmlDocument(Buffer.from(document)), element('a', [element('b', hostile), element('c', '')]));
  });

  it('replaces what XML cannot hold', () => {
    const document = writeXmlDocument(element('a', 'x\0\u0001\ud800\uffffy'));
    assert.equal(readXmlDocument(Buffer.from(document)).text, 'x\ufffd\ufffd\ufffd\ufffdy');
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { childrenOf, elementAt, textAt, type XmlElement } from './element.ts';
import { readXml } from './reading.ts';

function rootOf(document: string | Uint8Array): XmlElement {
  const reading = readXml(typeof document === 'string' ? Buffer.from(document) : document);
  assert.ok('root' in reading, 'fault' in reading ? reading.fault.reason : '');
  return reading.root;
}

function reasonOf(document: string | Uint8Array): string {
  const reading = readXml(typeof document === 'string' ? Buffer.from(document) : document);
  assert.ok('fault' in reading, 'the document was read');
  return reading.fault.reason;
}

describe('a well-formed document', () => {
  test('becomes a tree with local names, prefixes, namespaces, attributes, text and children', () => {
    const root = rootOf('<e:Error xmlns:e="urn:e" plain="1" e:marked="2"><e:Code>X</e:Code></e:Error>');
    assert.deepEqual(root, {
      name: 'Error',
      prefix: 'e',
      namespace: 'urn:e',
      attributes: [
        { name: 'e', prefix: 'xmlns', namespace: 'http://www.w3.org/2000/xmlns/', value: 'urn:e' },
        { name: 'plain', prefix: '', namespace: '', value: '1' },
        { name: 'marked', prefix: 'e', namespace: 'urn:e', value: '2' },
      ],
      text: '',
      children: [{ name: 'Code', prefix: 'e', namespace: 'urn:e', attributes: [], text: 'X', children: [] }],
    });
  });

  test('is found by local name, whatever its namespace (ENV-05)', () => {
    const root = rootOf('<Error xmlns="http://doc.oss-cn-hangzhou.aliyuncs.com"><Code>AccessDenied</Code></Error>');
    assert.equal(textAt(root, 'Code'), 'AccessDenied');
    assert.equal(root.namespace, 'http://doc.oss-cn-hangzhou.aliyuncs.com');
  });

  test('distinguishes an empty element from an absent one', () => {
    const root = rootOf('<Rule><Inner><A></A><B/></Inner></Rule>');
    assert.equal(textAt(root, 'Inner', 'A'), '');
    assert.equal(textAt(root, 'Inner', 'B'), '');
    assert.equal(textAt(root, 'Inner', 'C'), undefined);
    assert.equal(textAt(root, 'Absent', 'A'), undefined);
  });

  test('keeps repeated and unknown elements, in their order', () => {
    const root = rootOf('<r><a>1</a><constructor>2</constructor><a>3</a><__proto__ b="4"/></r>');
    assert.deepEqual(
      root.children.map(({ name, text }) => name + text),
      ['a1', 'constructor2', 'a3', '__proto__'],
    );
    assert.equal(childrenOf(root, 'a').length, 2);
    assert.equal(elementAt(root, '__proto__')?.attributes[0]?.value, '4');
    assert.equal(elementAt(root, 'toString'), undefined);
  });

  const texts: readonly (readonly [title: string, content: string, text: string])[] = [
    ['numbers stay texts', '0012', '0012'],
    ['large numbers stay texts', '1e400', '1e400'],
    ['spaces are kept', ' a\tb ', ' a\tb '],
    ['predefined entities are decoded', '&lt;&gt;&amp;&quot;&apos;', '<>&"\''],
    ['character references are decoded', '&#65;&#x4f60;&#x1F600;', 'A你😀'],
    ['nothing is decoded twice', '&amp;lt;&#38;#65;', '&lt;&#65;'],
    ['line ends become line feeds', 'a\r\nb\rc', 'a\nb\nc'],
    ['a referenced carriage return stays one', 'a&#13;b', 'a\rb'],
    ['CDATA is text and not decoded', 'a<![CDATA[<b>&amp;]]>c', 'a<b>&amp;c'],
    ['comments and instructions are not text', 'a<!-- b --><?c d?>e', 'ae'],
    ['text around children is the parent’s', 'a<b>c</b>d', 'ad'],
  ];
  for (const [title, content, text] of texts) test(title, () => assert.equal(rootOf(`<r>${content}</r>`).text, text));

  test('line feeds in attribute values are read as spaces, referenced ones are kept', () => {
    assert.equal(rootOf('<r a="b\nc&#10;d"/>').attributes[0]?.value, 'b c\nd');
  });

  const accepted: readonly (readonly [title: string, document: string | Uint8Array])[] = [
    ['a byte order mark', '\uFEFF<?xml version="1.0"?><r/>'],
    ['a declaration in UTF-8', '<?xml version="1.0" encoding="utf-8" standalone="yes"?><r/>'],
    ['spaces, comments and instructions around the root', ' \n<!-- a --><r/><?b c?>\n'],
    ['64 elements inside each other', '<a>'.repeat(64) + '</a>'.repeat(64)],
    ['a hundred sibling elements', `<a>${'<b></b>'.repeat(100)}</a>`],
    ['three thousand escapes', `<r>${'&amp;'.repeat(3000)}</r>`],
  ];
  for (const [title, document] of accepted) test(`may have ${title}`, () => assert.ok(rootOf(document)));
});

describe('what is not such a document is a fault', () => {
  const rejected: readonly (readonly [title: string, document: string | Uint8Array, reason: RegExp])[] = [
    ['nothing', '', /no bytes/],
    ['spaces', '  \n', /root element/],
    ['plain text', 'Service Unavailable', /outside of root/],
    ['JSON', '{"Code":"X"}', /outside of root/],
    ['HTML', '<!DOCTYPE html><html></html>', /DOCTYPE/],
    ['HTML without an end', '<html><p>nope</html>', /unexpected close tag/],
    ['two roots', '<a/><b/>', /one root/],
    ['text after the root', '<a/>b', /outside of root/],
    ['text before the root', 'b<a/>', /outside of root/],
    ['an undefined entity', '<a>&nbsp;</a>', /undefined entity/],
    ['a bare ampersand', '<a>b & c</a>', /unclosed/],
    ['entity definitions', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', /DOCTYPE/],
    ['an external entity', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', /DOCTYPE/],
    ['a control character', '<a>\u0001</a>', /disallowed character/],
    ['a referenced control character', '<a>&#1;</a>', /entity/],
    ['a referenced NUL', '<a>&#0;</a>', /entity/],
    ['a referenced surrogate', '<a>&#xD800;</a>', /entity/],
    ['bytes that are not UTF-8', Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]), /not UTF-8/],
    ['an encoded surrogate', Buffer.from([0x3c, 0x61, 0x3e, 0xed, 0xa0, 0x80, 0x3c, 0x2f, 0x61, 0x3e]), /not UTF-8/],
    ['UTF-16', Buffer.from('\uFEFF<a/>', 'utf16le'), /not UTF-8/],
    ['two byte order marks', '\uFEFF\uFEFF<a/>', /byte order mark/],
    ['another encoding', '<?xml version="1.0" encoding="GBK"?><a/>', /GBK/],
    ['XML 1.1', '<?xml version="1.1"?><a/>', /1\.1/],
    ['a space before the declaration (WIRE-02)', ' <?xml version="1.0"?><a/>', /XML declaration/],
    ['an unbound prefix', '<a:b/>', /unbound/],
    ['the same attribute twice', '<a b="1" b="2"/>', /duplicate/],
    ['an attribute without quotes', '<a b=1/>', /quote|attribute/],
    ['< in an attribute', '<a b="<"/>', /disallowed/],
    [']]> in text', '<a>]]></a>', /disallowed/],
    ['-- in a comment', '<a><!-- b -- c --></a>', /comment/],
    ['tags that cross', '<a><b></a></b>', /close tag/],
    ['a root that does not end', '<a><b></b>', /unclosed/],
    ['a name of space characters that two parsers read differently', '<a\uFEFF/>', /two parsers/],
    ['65 elements inside each other', '<a>'.repeat(65) + '</a>'.repeat(65), /more than 64/],
    ['more than a mebibyte', `<a>${' '.repeat(1024 * 1024)}</a>`, /more than 1048576 bytes/],
  ];
  for (const [title, document, reason] of rejected) test(title, () => assert.match(reasonOf(document), reason));

  test('whose excerpt shows the first bytes in printable ASCII', () => {
    const reading = readXml(Buffer.from(`\u001B[31m\\é\n${'x'.repeat(100)}`));
    assert.ok('fault' in reading);
    assert.equal(reading.fault.excerpt, `\\x1b[31m\\\\\\xc3\\xa9\\x0a${'x'.repeat(71)}…`);
  });

  test('whose reason is one bounded line, even where it quotes the document', () => {
    const reason = reasonOf(`<a>\n<${'b'.repeat(10_000)}\u0085>`);
    assert.match(reason, /^[\x20-\x7e]{1,200}…?$/);
  });
});

function many(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join('');
}

describe('large and hostile documents of up to a mebibyte are read in a moment', () => {
  const documents: readonly (readonly [title: string, document: string])[] = [
    ['entities', `<a>${'&amp;'.repeat(200_000)}</a>`],
    ['empty elements', `<a>${'<b/>'.repeat(250_000)}</a>`],
    ['attributes', `<a ${many(90_000, (index) => `a${index}="" `)}/>`],
    ['namespaces', `<a ${many(40_000, (index) => `xmlns:n${index}="u" `)}/>`],
    ['elements that never close', '<a>'.repeat(300_000)],
    ['brackets that never close', '<'.repeat(1_000_000)],
    ['a CDATA section of brackets', `<a><![CDATA[${']'.repeat(1_000_000)}]]></a>`],
    ['comments', `<a>${'<!---->'.repeat(140_000)}</a>`],
    ['spaces inside a tag', `<a${' '.repeat(1_000_000)}/>`],
    ['one long name', `<${'a'.repeat(1_000_000)}/>`],
    ['quotes', `<a b="${"'".repeat(1_000_000)}"/>`],
    ['entity definitions', `<!DOCTYPE a [${'<!ENTITY b "c">'.repeat(60_000)}]><a/>`],
  ];
  for (const [title, document] of documents)
    // Each takes less than a second; a quadratic reader would take minutes.
    test(title, { timeout: 20_000 }, () => assert.ok(readXml(Buffer.from(document))));
});

test('no bytes make it throw', () => {
  const pieces = ['<a>', '</a>', '<', '>', '&', ';', '"', '=', '<![CDATA[', ']]>', '<!--', '-->', '<?xml ', '?>', 'x'];
  let state = 1;
  const random = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  for (let round = 0; round < 3000; round += 1) {
    const bytes = Buffer.concat(
      Array.from({ length: random(12) }, () =>
        random(4) === 0 ? Buffer.from([random(256)]) : Buffer.from(pieces[random(pieces.length)] ?? ''),
      ),
    );
    const reading = readXml(bytes);
    assert.ok('root' in reading || reading.fault.reason.length > 0);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { XmlElement } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';
import { departure, namespaceIn, type Siblings } from './xml-shape.ts';

function element(xml: string): XmlElement {
  const reading = readXml(new TextEncoder().encode(xml));
  assert.ok('root' in reading, xml);
  return reading.root;
}

const wanted = element('<R><A><B>v</B></A></R>');

const shapes: readonly (readonly [what: string, actual: string, departure: string | null])[] = [
  ['the shape itself', '<R><A><B>v</B></A></R>', null],
  ['spaces and further elements', '<R>\n <A>\n  <C/><B>v</B>\n </A>\n</R>', null],
  ['another namespace', '<R xmlns="urn:x"><A><B>v</B></A></R>', null],
  ['another root', '<S><A><B>v</B></A></S>', '/S instead of /R'],
  ['a missing container', '<R><B>v</B></R>', 'no A below /R'],
  ['an element next to its container', '<R><A/><B>v</B></R>', 'no B below /R/A'],
  ['a doubled element', '<R><A><B>v</B><B>v</B></A></R>', 'more than one B below /R/A'],
  ['text between elements', '<R><A>x<B>v</B></A></R>', 'text between the elements of /R/A'],
  ['another text', '<R><A><B>w</B></A></R>', '"w" in /R/A/B instead of "v"'],
];
for (const [what, actual, expected] of shapes)
  test(`${what} ${expected === null ? 'fits' : 'departs'}`, () => {
    assert.equal(departure(element(actual), wanted), expected);
  });

const noneOrZero = element('<R><A>(none or 0)</A></R>');
for (const [what, actual, expected] of [
  ['no element', '<R/>', null],
  ['an empty element', '<R><A/></R>', null],
  ['0', '<R><A>0</A></R>', null],
  ['another number', '<R><A>1</A></R>', '"1" in /R/A instead of "(none or 0)"'],
] as const)
  test(`${what} ${expected === null ? 'is' : 'is not'} none or 0`, () => {
    assert.equal(departure(element(actual), noneOrZero), expected);
  });

const times: readonly (readonly [actual: string, departure: string | null])[] = [
  ['2026-11-29T06:04:56.000Z', null],
  ['2026-11-29T06:04:56Z', '"0000-00-00T00:00:00Z" in /R instead of "(a time)"'],
  ['Sun, 29 Nov 2026 06:04:56 GMT', 'an HTTP date in /R instead of "(a time)"'],
  ['', '"" in /R instead of "(a time)"'],
];
for (const [actual, expected] of times)
  test(`the time "${actual}" ${expected === null ? 'fits' : 'departs, and is not in the reason'}`, () => {
    assert.equal(departure(element(`<R>${actual}</R>`), element('<R>(a time)</R>')), expected);
  });

const others = '<R><A><B>x</B><C>1</C></A><A><B>v</B><C>2</C></A></R>';
const amongSiblings: readonly (readonly [siblings: Siblings, wanted: string, departure: string | null])[] = [
  ['in any order', '<R><A><B>v</B></A><A><B>x</B></A></R>', null],
  ['in this order', '<R><A><B>v</B></A><A><B>x</B></A></R>', '"x" in /R/A/B instead of "v"'],
  ['in any order', '<R><A><B>v</B></A></R>', 'more than one A below /R'],
  ['among others', '<R><A><B>v</B></A></R>', null],
  ['among others', '<R><A><B>v</B><C>1</C></A></R>', '"2" in /R/A/C instead of "1"'],
  ['among others', '<R><A><B>w</B></A></R>', '"x" in /R/A/B instead of "w"'],
  ['among others', '<R><D/></R>', 'no D below /R'],
];
for (const [siblings, shape, expected] of amongSiblings)
  test(`elements of one name, ${siblings}: ${shape} ${expected === null ? 'fits' : 'departs'}`, () => {
    assert.equal(departure(element(others), element(shape), siblings), expected);
  });

test('a namespace is found at any depth', () => {
  assert.equal(namespaceIn(element('<R><A xmlns="urn:deep"/></R>')), 'urn:deep');
  assert.equal(namespaceIn(wanted), null);
});

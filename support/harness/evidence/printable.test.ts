import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { printableJson, printableLine, printableText, shortLine } from './printable.ts';

describe('text from outside', () => {
  const hostile: readonly (readonly [title: string, text: string, line: string])[] = [
    ['an escape sequence', '\u001B[2J\u001B]0;owned\u0007', '\\u{1b}[2J\\u{1b}]0;owned\\u{7}'],
    ['the one-byte form of an escape sequence', '\u009B31m', '\\u{9b}31m'],
    ['a carriage return that would overwrite the line', 'refused\rallowed', 'refused\\rallowed'],
    ['marks that reverse the reading order', '\u202Egnp.exe\u2069', '\\u{202e}gnp.exe\\u{2069}'],
    ['a line separator', 'a\u2028b', 'a\\u{2028}b'],
    ['an invisible character', 'o\u200Bss', 'o\\u{200b}ss'],
    ['a lone surrogate', '\uD800', '\\u{d800}'],
    ['other scripts and emoji', '细节分析 ñ 🔐', '细节分析 ñ 🔐'],
  ];
  for (const [title, text, line] of hostile) {
    it(`is printable where it holds ${title}`, () => {
      assert.equal(printableLine(text), line);
      assert.equal(printableText(text), line);
    });
  }

  it('keeps its lines and tabs where several lines are welcome', () => {
    assert.equal(printableText('a\tb\r\nc'), 'a\tb\\r\nc');
    assert.equal(printableLine('a\tb\r\nc'), 'a\\tb\\r\\nc');
  });

  it('is the same text after a trip through printable JSON', () => {
    const text = '\u001B \u009B31m \u202E \u{E0041} \n ñ "quoted"';
    assert.equal(
      printableJson({ text }),
      '{\n  "text": "\\u001b \\u009b31m \\u202e \\udb40\\udc41 \\n ñ \\"quoted\\""\n}',
    );
    assert.deepEqual(JSON.parse(printableJson({ text })), { text });
  });

  it('is cut to length without splitting a character', () => {
    assert.equal(shortLine('conformance', 5), 'conf…');
    assert.equal(shortLine('fits', 4), 'fits');
    assert.equal(shortLine('abc🔐def', 5), 'abc…');
  });
});

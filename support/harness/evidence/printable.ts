/**
 * A hostile store can answer with escape sequences that rewrite the screen, bidirectional marks that reorder a line, or
 * line separators that forge another one. Control, format and separator characters and lone surrogates are shown as
 * their escapes.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** One line: line breaks are shown as `\n`. */
export function printableLine(text: string): string {
  return text.replace(unprintable, escaped);
}

/** Several lines: line feeds and tabs stay what they are. */
export function printableText(text: string): string {
  return text.replace(unprintable, (character) =>
    character === '\n' || character === '\t' ? character : escaped(character),
  );
}

/** At most `length` characters of one line; an ellipsis shows that it was cut. */
export function shortLine(text: string, length: number): string {
  const line = printableLine(text);
  if (line.length <= length) return line;
  // printableLine leaves only paired surrogates; a cut must not split a pair.
  return `${line.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** JSON that can be printed: its own escapes for what JSON leaves unchanged, such as the one-byte escape U+009B. */
export function printableJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return text.replace(unprintable, (character) => (character === '\n' ? character : jsonEscaped(character)));
}

function jsonEscaped(character: string): string {
  const units = character.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'));
  return units.map((unit) => `\\u${unit}`).join('');
}

function escaped(character: string): string {
  switch (character) {
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    case '\t':
      return '\\t';
    default:
      return `\\u{${character.codePointAt(0)?.toString(16)}}`;
  }
}

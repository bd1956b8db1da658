import { printableLine, printableText } from '../../harness/evidence/printable.ts';

/** Escapes text for a paragraph or a table cell, whatever markup it contains. */
export function markdownText(text: string): string {
  return printableLine(text).replaceAll(/[\\`*_[\]<>|~&]/g, String.raw`\$&`);
}

/** A code block whose fence is longer than any run of backticks in it. */
export function codeBlock(text: string, language = 'text'): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  return `${fence}${language}\n${printableText(text).trimEnd()}\n${fence}`;
}

/** A table; the cells are Markdown already. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A list of links to the headings of a page. Their texts are plain, and each differs from the others. */
export function contentsList(headings: readonly string[]): string {
  return headings.map((heading) => `- [${markdownText(heading)}](#${headingAnchor(heading)})`).join('\n');
}

/** The anchor that GitHub gives a heading. */
function headingAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** A cell with several lines; many are folded, so that they do not push the next row off the screen. */
export function markdownLines(lines: readonly string[], what: string): string {
  const text = lines.join('<br>');
  return lines.length > 4 ? `<details><summary>${lines.length} ${what}</summary>${text}</details>` : text;
}

/**
 * Formats rows as lines with aligned columns, two spaces apart. The first column is flush left, the others follow
 * `alignment`; the last is not padded.
 */
export function columns(rows: readonly (readonly string[])[], alignment: 'left' | 'right'): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  }
  return rows.map((row) =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return index > 0 && alignment === 'right' ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}

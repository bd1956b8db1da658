import { meets, spreadOf, type Aim, type Figure, type Row } from './figure.ts';

/** A figure, and what it came to. */
export interface Measured {
  readonly figure: Figure;
  readonly rows: readonly Row[];
}

/** `BENCHMARK.md`: the table, and under it how each figure was taken and where the time goes that an aim is missed by. */
export function page(measured: readonly Measured[], machine: string): string {
  const rows = measured.flatMap((one) => one.rows);
  return `# Benchmark

Written by \`npm run bench\`, on ${machine}.
These are measurements of one hour on one machine and no promises: on another machine, or beside other work, they differ.
A ratio is taken in one run, in turns with what it is compared with. Each figure is the median of its samples; half of
the samples lie within the spread.

${table(rows)}

${measured.map(chapter).join('\n\n')}
`;
}

/** Columns stand under each other, so that the page reads as it is, too. */
export function table(rows: readonly Row[]): string {
  const head = ['figure', 'median', 'spread', 'samples', 'aim', 'met', 'behind it'];
  const lines = [head, ...rows.map(cells)];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const [first = '', ...rest] = lines.map(
    (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  return [first, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest].join('\n');
}

/** Aims that are missed without a word on why. */
export function unexplained(rows: readonly Row[]): readonly string[] {
  return rows
    .filter((row) => meets(row) === false && row.limit === undefined)
    .map(({ what }) => `${what}: the aim is missed, and the figure's file does not say where the time goes`);
}

function cells({ what, samples, unit, aim, behind }: Row): readonly string[] {
  if (samples.length === 0) return [what, '', '', '0', aimText(aim, unit), '', behind];
  const { low, median, high } = spreadOf(samples);
  const met = meets({ what, samples, unit, behind, ...(aim === undefined ? {} : { aim }) });
  return [
    what,
    `${rounded(median)} ${unit}`,
    `${rounded(low)} to ${rounded(high)}`,
    String(samples.length),
    aimText(aim, unit),
    met === null ? '' : met ? 'yes' : 'no',
    behind,
  ];
}

function aimText(aim: Aim | undefined, unit: Row['unit']): string {
  if (aim === undefined) return '';
  return 'atMost' in aim ? `at most ${aim.atMost} ${unit}` : `at least ${aim.atLeast} ${unit}`;
}

/** Three digits, or as many as stand before the point. */
function rounded(value: number): string {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(Math.abs(value), 0.01))));
  return value.toFixed(digits);
}

function chapter({ figure, rows }: Measured): string {
  const missed = Map.groupBy(
    rows.filter((row) => meets(row) === false),
    ({ limit }) => limit ?? 'Nobody has written why.',
  );
  const limits = [...missed].map(([limit, own]) => `**Missed: ${own.map(({ what }) => what).join('; ')}.**\n${limit}`);
  return [`## ${figure.title}`, figure.explanation, ...limits].join('\n\n');
}
